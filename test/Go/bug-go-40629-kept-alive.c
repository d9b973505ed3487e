// Rules: D4, D5, P2
// golang/go#40629: an argument that points to the frame was lost, for code behind the
// panic has no way to a return.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int use(int n) {
  int pad[50] = {0};
  pad[n % 50] = n;
  if (n == 0)
    return pad[0];
  return use(n - 1) + pad[n % 50];
}
static void check(int *p) {
  defer_recover();
  for (int i = 0; i < 40; i++)
    if (p[i] != 0x999)
      defer_panicf("corrupted");
  say("whole");
}
static void f(int fail) {
  int x[40];
  for (int i = 0; i < 40; i++)
    x[i] = 0x999;
  defer check(x);
  defer { printf("%d\n", use(100)); }
  defer use(50);
  if (fail)
    defer_panicf("A");
  for (;;) {
  }
}
int main(void) { f(1); }
