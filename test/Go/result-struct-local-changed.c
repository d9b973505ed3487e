// Rules: D7
// A local struct that was returned and is changed by deferred code: what was returned
// stays (llvm#100868).
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct pair {
  int a, b;
};

static struct pair f(void) {
  struct pair p = {1, 2};
  defer {
    p.a = 9;
    say_int("p", p.a);
  }
  return p;
}
int main(void) { printf("%d\n", f().a); }
