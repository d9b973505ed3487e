// Rules: D4
// An element is read, and its index, at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int a[3] = {10, 20, 30};
  int i = 1;
  defer say_int("deferred", a[i]);
  i = 2;
  a[1] = 99;
  defer say_int("deferred", a[i]);
  a[2] = 99;
}
int main(void) { f(); }
