/* Rules: P6
 * A leaf is named where it raises, though what raises is a function of its own then, and so
 * is who runs a deferred block that raises.
 * REQUIRES: linux
 * RUN: %defer-cc %matrix-flags %s -o %t
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t | %filecheck %s
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t block | %filecheck --check-prefix=BLOCK %s
 */
#include "Inputs/note.h"

static int depth;

__attribute__((noinline)) static int leaf(int n) {
  depth++;
  defer { depth--; }
  if (n < 0)
    defer_panicf("negative");
  return n;
}
__attribute__((noinline)) static int repanics(int n) {
  defer {
    if (defer_recover())
      defer_panicf("anew");
  }
  return leaf(n) + 1;
}

int main(int count, char **arguments) {
  (void)arguments;
  note(leaf(1));
  note(count > 1 ? repanics(-1) : leaf(-1));
}
/* CHECK: panic: negative
 * CHECK-NEXT: raised at {{.*}} in leaf
 * CHECK-NEXT: #0 0x{{[0-9a-f]+}} leaf{{[+ ]|$}}
 * CHECK: #{{[12]}} 0x{{[0-9a-f]+}} main+0x
 *
 * BLOCK: panic: negative [recovered]
 * BLOCK-NEXT: panic: anew
 * BLOCK-NEXT: raised at {{.*}} in repanics
 * BLOCK-NEXT: #0 0x{{[0-9a-f]+}} repanics{{[+. ]|$}}
 * BLOCK: #{{[0-9]+}} 0x{{[0-9a-f]+}} repanics{{[+ ]|$}}
 * BLOCK: #{{[0-9]+}} 0x{{[0-9a-f]+}} main+0x
 */
