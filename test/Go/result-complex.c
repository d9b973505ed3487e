// Rules: D7
// RUN: %run-pair %s
#include "Inputs/pair.h"
#include <complex.h>

static double complex f(double x) {
  defer_result double complex r;
  defer { r *= 2; }
  return x - x * I;
}
int main(void) {
  double complex z = f(1.5);
  printf("%.1f %.1f\n", creal(z), cimag(z));
}
