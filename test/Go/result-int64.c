// Rules: D7
// RUN: %run-pair %s
#include "Inputs/pair.h"

static long long f(long long n) {
  defer_result long long r;
  defer { r--; }
  return n * (1LL << 40);
}
int main(void) { printf("%lld %lld\n", f(1), f(-3)); }
