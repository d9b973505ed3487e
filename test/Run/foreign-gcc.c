/* Rules: P9, P1, D3
 * Frames compiled by gcc: with cleanups, with tables only, and without tables.
 * REQUIRES: gcc
 * RUN: %cc -O2 -fexceptions -c %S/Inputs/foreign.c -o %t.exceptions.o
 * RUN: %run-matrix %s %t.exceptions.o -- | %filecheck --match-full-lines --check-prefixes=CHECK,EXCEPTIONS %s
 * RUN: %cc -O2 -fasynchronous-unwind-tables -c %S/Inputs/foreign.c -o %t.tables.o
 * RUN: %run-matrix %s %t.tables.o -- | %filecheck --match-full-lines --check-prefixes=CHECK,TABLES %s
 * RUN: %cc -O2 -fomit-frame-pointer -fno-asynchronous-unwind-tables -fno-unwind-tables -c %S/Inputs/foreign.c -o %t.none.o
 * RUN: %run-matrix --exit=134 %s %t.none.o -rdynamic -- x | %filecheck --check-prefix=NONE %s
 */
#include "Inputs/note.h"

void foreign(void (*)(int), int);
void foreign_cleanup(void (*)(int), int);

static void panics(int n) {
  defer printf("%d\n", n);
  defer_panicf("P%d", n);
}
static void through(void) {
  defer { word(defer_recover()->message); }
  defer note(1);
  foreign(panics, 2);
}
static void cleanup(void) {
  defer { word(defer_recover()->message); }
  foreign_cleanup(panics, 3);
}
// CHECK: through(): in2 2
// CHECK-NEXT: 1 P2
// CHECK-NEXT: cleanup(): 3
// EXCEPTIONS-NEXT: ~3 P3
// TABLES-NEXT: P3

/* What is behind cannot be found: it counts as not recovered, and says why. */
// NONE: in2 2
// NONE-NEXT: panic: P2
// NONE-NEXT: unwinding cannot go on: no unwind table for 0x{{[0-9a-f]+}} foreign+0x
// NONE-NEXT: raised at {{.*}} in panics
// NONE-NOT: {{.}}

int main(int argc, char **argv) {
  (void)argv;
  if (argc > 1) {
    through();
    return 0;
  }
  TRY(through());
  TRY(cleanup());
}
// CHECK-NOT: {{.}}
