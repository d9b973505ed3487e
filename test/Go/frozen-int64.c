// Rules: D4
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void show(long long x, unsigned long long y) {
  printf("%lld %llu\n", x, y);
}
static void f(void) {
  long long x = -9223372036854775807;
  unsigned long long y = 18446744073709551615u;
  defer show(x, y);
  x = 0, y = 0;
}
int main(void) { f(); }
