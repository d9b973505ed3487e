// Rules: D7
// A struct returned in registers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct pair {
  int a, b;
};

static struct pair f(void) {
  defer_result struct pair r;
  defer { r.b = 20; }
  return (struct pair){1, 2};
}
int main(void) { printf("%d %d\n", f().a, f().b); }
