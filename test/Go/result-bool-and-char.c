// Rules: D7
// Narrow results.
// RUN: %run-pair %s
#include "Inputs/pair.h"
#include <stdbool.h>

static bool f(int n) {
  defer_result bool r;
  defer { r = !r; }
  return n > 0;
}
static unsigned char g(int n) {
  defer_result unsigned char r;
  defer { r++; }
  return (unsigned char)n;
}
int main(void) {
  printf("%s %s %d %d\n", f(1) ? "true" : "false", f(-1) ? "true" : "false",
         g(254), g(255));
}
