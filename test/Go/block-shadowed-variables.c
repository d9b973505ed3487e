// Rules: D5
// Variables of one name in nested and sibling scopes (vlang/v#14084).
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int x = 1;
  defer { say_int("outer", x); }
  {
    int x = 2;
    defer { say_int("first", x); }
    x = 20;
  }
  {
    int x = 3;
    defer { say_int("second", x); }
    x = 30;
  }
  x = 10;
}
int main(void) { f(); }
