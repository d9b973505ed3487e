/* Rules: P3
 * A function deferred by the name of an ifunc, whose address is an entry of a
 * linkage table where the optimizer does not resolve it.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -fno-pie -no-pie | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -static | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -Wl,-z,now -fuse-ld=lld | %filecheck --match-full-lines %s
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

/* Not at any time when somebody else is deferred. */
static void (*volatile pointer)(void) = recovers_by_ifunc;
static void by_pointer(void) {
  defer pointer();
  defer_panicf("P");
}
// CHECK-NEXT: by_pointer(): recovered

/* A function that only calls through a pointer looks like an entry of a linkage
 * table, and is a helper. */
static void (*target)(void) = recovers;
__attribute__((noinline)) static void helper(void) { target(); }
static void by_helper(void) {
  defer { word(defer_recover() ? "below" : "wrong"); }
  defer helper();
  defer_panicf("P");
}
// CHECK-NEXT: by_helper(): no below

int main(void) {
  defer { defer_recover(); }
  TRY(by_ifunc());
  TRY(by_pointer());
  target = id(0) ? by_ifunc : recovers; /* not a constant */
  TRY(by_helper());
}
// CHECK-NOT: {{.}}
