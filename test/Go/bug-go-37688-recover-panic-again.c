// Rules: P2, P5
// golang/go#37688: a recursive function that recovers and panics again left a stale
// record of a frame that was gone.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int work(int n) {
  defer_result int sum;
  int pad[64];
  for (int i = 0; i < 64; i++)
    pad[i] = n + i;
  defer {
    const defer_panic_info *r = defer_recover();
    sum = pad[n % 64];
    if (n > 0 && n % 3 != 0)
      defer_panicf("%s %d", message(r), n);
    printf("%d %s\n", n, message(r));
  }
  if (n == 20)
    defer_panicf("A");
  sum = work(n + 1);
  defer_panicf("again %d %d", n, sum);
}
int main(void) { printf("%d\n", work(0)); }
