// Rules: D7, P2
// golang/go#43835: the result was written before all of the operand was evaluated.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct two {
  int a, b;
};
struct three {
  int n[3];
};

static int bad(void) { defer_panicf("A"); }
static struct two f(void) {
  defer_result struct two r;
  defer { defer_recover(); }
  return (struct two){99, bad()};
}
static struct three g(void) {
  defer_result struct three p;
  defer { defer_recover(); }
  p.n[0] = 1;
  return (struct three){{7, bad(), 9}};
}
int main(void) {
  printf("%d %d\n", f().a, f().b);
  printf("%d %d\n", g().n[0], g().n[2]);
}
