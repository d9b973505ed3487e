/* Rules: P3
 * A function deferred by the name of an ifunc. Where the optimizer does not
 * resolve it the two addresses are not known to be one function: known, and not
 * right.
 * XFAIL: level=O0
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void recovers(void) { word(defer_recover() ? "recovered" : "no"); }
static void (*resolve(void))(void) { return recovers; }
void recovers_by_ifunc(void) __attribute__((ifunc("resolve")));

static void by_ifunc(void) {
  defer recovers_by_ifunc();
  defer_panicf("P");
}
// CHECK: by_ifunc(): recovered

int main(void) {
  defer { defer_recover(); }
  TRY(by_ifunc());
}
// CHECK-NOT: {{.}}
