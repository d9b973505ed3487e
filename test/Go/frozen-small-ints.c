// Rules: D4
// Narrow integers are extended as their signs ask for.
// RUN: %run-pair %s
#include "Inputs/pair.h"
#include <stdbool.h>

static void show(signed char a, unsigned char b, short c, unsigned short d,
                 bool e) {
  printf("%d %d %d %d %s\n", a, b, c, d, e ? "true" : "false");
}
static void f(void) {
  signed char a = -1;
  unsigned char b = 255;
  short c = -300;
  unsigned short d = 65535;
  bool e = true;
  defer show(a, b, c, d, e);
  a = 0, b = 0, c = 0, d = 0, e = false;
}
int main(void) { f(); }
