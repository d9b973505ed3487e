/* Rules: P3
 * A library's function, deferred by a program that is not position independent:
 * its address there is an entry of the program's linkage table, and in the library,
 * linked so that it calls its own, another.
 * RUN: %defer-cc %matrix-flags -DLIBRARY -fPIC -shared %s -Wl,-Bsymbolic -o %t.so
 * RUN: %defer-cc %matrix-flags %s -fno-pie -no-pie %t.so -o %t
 * RUN: %run %t | %filecheck --match-full-lines %s
 * RUN: %defer-cc %matrix-flags %s -fno-pie -no-pie -Wl,-z,now %t.so -o %t.now
 * RUN: %run %t.now | %filecheck --match-full-lines %s
 * RUN: %defer-cc %matrix-flags %s -fno-pie -no-pie -fuse-ld=lld %t.so -o %t.lld
 * RUN: %run %t.lld | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

typedef void function(void);
function library_recovers, library_helps;
void library_defers(function *);
function *library_address(void);

#ifdef LIBRARY
void library_recovers(void) {
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "no");
}
void library_helps(void) { library_recovers(); }
function *library_address(void) { return library_recovers; }
void library_defers(function *f) {
  defer f();
  defer_panicf("in-library");
}
#else
/* By name, by the program's address, and by the library's. */
static void by_name(void) {
  defer library_recovers();
  defer_panicf("by-name");
}
static void by_address(function *f) {
  defer f();
  defer_panicf("by-address");
}
static void too_deep(function *f) {
  defer { word(defer_recover()->message); }
  defer f();
  defer_panicf("too-deep");
}
static void differ(void) {
  function *volatile mine = library_recovers;
  word(mine == library_address() ? "same" : "differ");
}
int main(void) {
  TRY(by_name());
  TRY(by_address(library_recovers));
  TRY(by_address(library_address()));
  TRY(library_defers(library_recovers));
  TRY(library_defers(library_address()));
  TRY(too_deep(library_helps));
  TRY(differ());
}
// CHECK: by_name(): by-name
// CHECK-NEXT: by_address(library_recovers): by-address
// CHECK-NEXT: by_address(library_address()): by-address
// CHECK-NEXT: library_defers(library_recovers): in-library
// CHECK-NEXT: library_defers(library_address()): in-library
// CHECK-NEXT: too_deep(library_helps): no too-deep
// CHECK-NEXT: differ(): differ
// CHECK-NOT: {{.}}
#endif
