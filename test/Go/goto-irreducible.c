// Rules: D6, P1
// A cycle with two entries, each of its two halves defers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n, int second) {
  int i = 0;
  if (second)
    goto b;
a:
  defer say_int("a", i);
  i++;
b:
  defer say_int("b", i);
  i++;
  if (i < n)
    goto a;
  if (n == 5)
    defer_panicf("A");
}
static void try(int n, int second) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  f(n, second);
}
int main(void) {
  try(4, 0);
  try(4, 1);
  try(5, 1);
}
