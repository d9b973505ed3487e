/* Rules: D3, P1, P2
 * Functions of comdats, sections and hidden visibility; several files; LTO's
 * merging.
 * RUN: %defer-cc %matrix-flags -c -DPART=1 %s -o %t.1.o
 * RUN: %defer-cc %matrix-flags -c -DPART=2 %s -o %t.2.o -ffunction-sections
 * RUN: %defer-cc %matrix-flags %t.1.o %t.2.o -o %t -Wl,--gc-sections
 * RUN: %run %t | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((weak)) int in_both(int n) {
  defer_result int r = 0;
  defer { r += 1; }
  for (int i = 0; i < n; i++)
    defer { r *= 2; }
  return n;
}
/* The same name in both, each its own. */
static int same_name(int n) {
  defer note(PART * 100 + n);
  defer {
    static int calls;
    note(++calls);
  }
  return n;
}

#if PART == 1
void other(int n);
__attribute__((section("own_text"), noinline)) static void own_section(int n) {
  defer note(n);
  for (int i = 0; i < 2; i++)
    defer note(i);
  defer { defer_recover(); }
  other(n);
}
int main(void) {
  TRY_INT(same_name(1));
  TRY(own_section(5));
  TRY_INT(same_name(1));
  TRY_INT(in_both(3));
}
// CHECK: same_name(1): 1 101 = 1
// CHECK-NEXT: own_section(5): 1 205 24 1 0 5
// CHECK-NEXT: same_name(1): 2 101 = 1
// CHECK-NEXT: in_both(3): = 25
// CHECK-NOT: {{.}}
#else
__attribute__((visibility("hidden"))) void other(int n) {
  defer note(in_both(n - 2) - 1);
  same_name(n);
  defer_panicf("x");
}
#endif
