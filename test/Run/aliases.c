/* Rules: P3
 * By whichever address a function was deferred, it may recover.
 * RUN: %defer-cc %matrix-flags -fPIC -shared -DLIBRARY %s -o %t.so
 * RUN: %defer-cc %matrix-flags -fPIC -shared -DLIBRARY -Wl,-Bsymbolic %s -o %t.symbolic.so
 * RUN: %defer-cc %matrix-flags -fPIE -pie %s %t.so -o %t.1 && %run %t.1 | %filecheck --match-full-lines %s
 * RUN: %defer-cc %matrix-flags -fno-pie -no-pie %s %t.so -o %t.2 && %run %t.2 | %filecheck --match-full-lines %s
 * RUN: %defer-cc %matrix-flags -fno-pie -no-pie %s %t.symbolic.so -o %t.3 && %run %t.3 | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#if defined(LIBRARY)
void library_recovers(void) { word(defer_recover() ? "recovered" : "-"); }
__attribute__((noinline)) void library_helper(void) { library_recovers(); }
void (*library_pointer(void))(void) { return library_recovers; }
void library_panics(int own) {
  if (own)
    defer library_recovers();
  defer note(own);
  defer_panicf("library");
}
#else
void library_recovers(void);
void library_helper(void);
void (*library_pointer(void))(void);
void library_panics(int own);

static void recovers(void) { word(defer_recover() ? "recovered" : "-"); }
void recovers_by_alias(void) __attribute__((alias("recovers")));
extern void recovers_weakly(void) __attribute__((weak, alias("recovers")));

static void guard(void (*f)(void)) {
  defer { word(defer_recover() ? "went on" : "ok"); }
  f();
}
#define CASE(Name, ...)                                                        \
  static void Name(void) {                                                     \
    __VA_ARGS__;                                                               \
    defer_panicf("P");                                                         \
  }
CASE(plain, defer recovers())
CASE(by_alias, defer recovers_by_alias())
CASE(weakly, defer recovers_weakly())
CASE(by_alias_pointer, void (*volatile f)(void) = recovers_by_alias; defer f())
CASE(library, defer library_recovers())
CASE(by_library_pointer, void (*f)(void) = library_pointer(); defer f())
CASE(by_our_pointer, void (*volatile f)(void) = library_recovers; defer f())
CASE(too_deep, defer library_helper())
static void from_library(void) { library_panics(0); }
static void in_library(void) { library_panics(1); }

int main(void) {
#define RUN_CASE(F) printf(#F ": "), guard(F), printf("\n")
  RUN_CASE(plain);
  // CHECK: plain: recovered ok
  RUN_CASE(by_alias);
  // CHECK-NEXT: by_alias: recovered ok
  RUN_CASE(weakly);
  // CHECK-NEXT: weakly: recovered ok
  RUN_CASE(by_alias_pointer);
  // CHECK-NEXT: by_alias_pointer: recovered ok
  RUN_CASE(library);
  // CHECK-NEXT: library: recovered ok
  RUN_CASE(by_library_pointer);
  // CHECK-NEXT: by_library_pointer: recovered ok
  RUN_CASE(by_our_pointer);
  // CHECK-NEXT: by_our_pointer: recovered ok
  RUN_CASE(too_deep);
  // CHECK-NEXT: too_deep: - went on
  RUN_CASE(from_library);
  // CHECK-NEXT: from_library: 0 went on
  RUN_CASE(in_library);
  // CHECK-NEXT: in_library: 1 recovered ok
}
// CHECK-NOT: {{.}}
#endif
