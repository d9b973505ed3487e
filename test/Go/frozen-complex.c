// Rules: D4
// RUN: %run-pair %s
#include "Inputs/pair.h"
#include <complex.h>

static void show(double complex z) {
  printf("%.1f %.1f\n", creal(z), cimag(z));
}
static void f(void) {
  double complex z = 1.5 - 2.5 * I;
  defer show(z);
  z = 0;
}
int main(void) { f(); }
