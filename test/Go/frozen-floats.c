// Rules: D4
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void show(float a, double b) { printf("%.2f %.4f\n", a, b); }
static void f(void) {
  float a = 1.25f;
  double b = 2.0625;
  defer show(a, b);
  a = 0, b = 0;
}
int main(void) { f(); }
