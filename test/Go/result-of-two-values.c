// Rules: D7
// Two results of Go are a struct of two in C.
// RUN: %run-pair %s
#include "Inputs/pair.h"
#include <stdbool.h>

struct result {
  int v;
  bool ok;
};

static struct result f(int n) {
  defer_result struct result r;
  defer {
    if (!r.ok)
      r.v = -1;
  }
  if (n > 10)
    return (struct result){n, true};
  return (struct result){n, false};
}
int main(void) {
  struct result r = f(11);
  printf("%d %s\n", r.v, r.ok ? "true" : "false");
  r = f(3);
  printf("%d %s\n", r.v, r.ok ? "true" : "false");
}
