/* Rules: D5
 * A jump into an inner block, past a declaration of the block around it. Storage
 * is made at the declaration, so such an entry shares the one before: known, and
 * not right.
 * XFAIL: *
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void by_goto(void) {
  for (int i = 0; i < 3; i++) {
    if (i)
      goto inside;
    {
      int v = 7;
      if (i) {
      inside:
        v = i * 10;
      }
      defer { note(v); }
      v++;
    }
  }
}
// CHECK: by_goto(): 21 11 8

int main(void) { TRY(by_goto()); }
// CHECK-NOT: {{.}}
