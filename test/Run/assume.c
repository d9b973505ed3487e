/* Rules: D5
 * What is assumed in a deferred block is assumed of the variables that it sees.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void assumes(int n) {
  for (int i = 0; i < 2; i++) {
    int v = id(n) + i;
    defer {
      __attribute__((assume(v > n)));
      note(v);
      __builtin_assume(v > 0);
      if (v <= n)
        word("wrong");
    }
    __attribute__((assume(v >= n)));
    v++;
  }
}
// CHECK: assumes(3): 5 4

int main(void) { TRY(assumes(3)); }
// CHECK-NOT: {{.}}
