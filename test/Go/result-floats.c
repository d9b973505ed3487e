// Rules: D7
// RUN: %run-pair %s
#include "Inputs/pair.h"

static double f(double x) {
  defer_result double r;
  defer { r /= 2; }
  return x + 1;
}
static float g(float x) {
  defer_result float r;
  defer { r /= 2; }
  return x + 1;
}
int main(void) { printf("%.2f %.2f\n", f(2), g(3.5f)); }
