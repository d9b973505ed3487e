/* Rules: P6
 * REQUIRES: linux
 * RUN: %defer-cc %matrix-flags %s -o %t -rdynamic
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t | %filecheck --check-prefixes=CHECK,TRACE %s
 * RUN: env DEFER_BACKTRACE=0 %run --exit=134 %t | %filecheck --check-prefixes=CHECK,NONE %s
 */
#include "Inputs/note.h"

__attribute__((noinline)) void innermost(int n) {
  defer note(n);
  if (n)
    defer_panicf("traced");
}
__attribute__((noinline)) void outer(int n) {
  defer note(n);
  innermost(n);
  note(n);
}

int main(void) {
  outer(1);
  note(2);
}
/* The stack where it was raised, though nothing of it is left.
 * CHECK: panic: traced
 * CHECK-NEXT: raised at {{.*}} in innermost
 * TRACE-NEXT: #0 0x{{[0-9a-f]+}} innermost{{[+ ].*}}
 * TRACE-NEXT: #1 0x{{[0-9a-f]+}} outer{{[+ ].*}}
 * TRACE-NEXT: #2 0x{{[0-9a-f]+}} main+0x{{.*}}
 * NONE-NOT: #0
 */
