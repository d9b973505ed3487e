// Rules: P1, P2
// golang/go#71675: a function that always panics has no exit but that by recover.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct result {
  int n;
  const char *s;
};

static struct result always(void) {
  defer_result struct result r;
  defer {
    defer_recover();
    r.n++;
    r.s = "recovered";
  }
  r.n = 6;
  defer_panicf("A");
}
int main(void) {
  struct result r = always();
  printf("%d %s\n", r.n, r.s);
}
