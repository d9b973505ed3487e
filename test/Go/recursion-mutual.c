// Rules: D1
// Two functions that call each other, each with a loop that defers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void odd(int n);
static void even(int n) {
  for (int i = 0; i < 2; i++)
    defer say_int("even", n * 10 + i);
  if (n > 0)
    odd(n - 1);
}
static void odd(int n) {
  defer say_int("odd", n);
  if (n > 0)
    even(n - 1);
}
int main(void) { even(4); }
