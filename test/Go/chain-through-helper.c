// Rules: P5, P6
// The new panic is raised by a helper of the deferred block.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void helper(int n) {
  if (n > 0)
    helper(n - 1);
  defer_panicf("B");
}
int main(void) {
  defer { helper(3); }
  defer_panicf("A");
}
