/* Rules: P6
 * A function that the dynamic linker has no name for has it from the file, and so has
 * the part of a function that was split off because it seldom runs. Without symbols
 * there are the addresses.
 * REQUIRES: linux
 * RUN: %defer-cc %matrix-flags %s -o %t
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t | %filecheck --check-prefixes=CHECK,NAMES %s
 * RUN: %defer-cc %matrix-flags %s -static -o %t.static
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t.static | %filecheck --check-prefixes=CHECK,NAMES %s
 * RUN: %defer-cc %matrix-flags %s -s -o %t.stripped
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t.stripped | %filecheck --check-prefixes=CHECK,NONE %s
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
__attribute__((noinline)) static int raises(int n) {
  defer note(n);
  note(leaf(n));
  return n;
}
__attribute__((noinline)) static int repanics(int n) {
  defer {
    if (defer_recover())
      defer_panicf("anew");
  }
  return raises(n) + 1;
}

int main(void) {
  note(repanics(1));
  note(repanics(-1));
}
/* CHECK: panic: negative [recovered]
 * CHECK-NEXT: panic: anew
 * CHECK-NEXT: raised at {{.*}} in repanics
 * NAMES-NEXT: #0 0x{{[0-9a-f]+}} repanics{{[a-z.0-9]*}}+0x{{.*}}
 * NAMES: #{{[0-9]+}} 0x{{[0-9a-f]+}} repanics{{(\.cold)?}}+0x{{.*}}
 * NAMES: #{{[0-9]+}} 0x{{[0-9a-f]+}} main+0x{{.*}}
 * NONE-NEXT: #0 0x{{[0-9a-f]+}} ({{.*}}stripped+0x{{.*}})
 */
