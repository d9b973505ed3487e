/* Rules: D1, D4, D5, D7, P2
 * What functions may be declared, beside attributes.c.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((noinline)) static int maybe(int n) {
  if (n)
    defer_panicf("x");
  return n;
}
#define BODY                                                                   \
  {                                                                            \
    defer_result int r = 0;                                                    \
    defer {                                                                    \
      if (defer_recover())                                                     \
        r -= 1;                                                                \
    }                                                                          \
    for (int i = 0; i < 2; i++) {                                              \
      int v = n + i;                                                           \
      defer { r += v; }                                                        \
      defer note(v);                                                           \
      v *= 2;                                                                  \
    }                                                                          \
    maybe(n == 9);                                                             \
    return 100;                                                                \
  }
#define FUNCTION(Name, Attribute)                                              \
  __attribute__(Attribute) static int Name(int n) BODY
FUNCTION(not_inlined, (noinline))
FUNCTION(cold, (cold, minsize))
FUNCTION(hot, (hot, flatten))
FUNCTION(in_section, (section(".text.mine"), aligned(64)))
FUNCTION(no_tail_calls, (disable_tail_calls))
FUNCTION(not_duplicated, (noduplicate))
FUNCTION(convergent, (convergent))
FUNCTION(used, (used, leaf))
FUNCTION(no_profile, (no_instrument_function, no_profile_instrument_function))
FUNCTION(no_protector, (no_stack_protector, no_sanitize("undefined")))
FUNCTION(deprecated, (deprecated, warn_unused_result))
FUNCTION(zeroed, (zero_call_used_regs("all")))
#ifdef __x86_64__
FUNCTION(aligned_stack, (force_align_arg_pointer))
FUNCTION(keeps_returns, (function_return("keep")))
#endif
__attribute__((weak)) int weak(int n) BODY
__attribute__((visibility("hidden"))) int hidden(int n) BODY
int named(int n) __asm__("a.name$of its own");
int named(int n) BODY
inline int external(int n) BODY
extern int external(int n);
static inline __attribute__((always_inline, gnu_inline)) int gnu(int n) BODY

#pragma clang diagnostic ignored "-Wdeprecated-declarations"
#define TWO(Name) (printf("%d ", Name(1)), printf("%d ", Name(9)))

int main(void) {
  TRY(TWO(not_inlined));
  // CHECK: TWO(not_inlined): 2 1 106 10 9 37
  TRY(TWO(cold));
  // CHECK-NEXT: TWO(cold): 2 1 106 10 9 37
  TRY(TWO(hot));
  // CHECK-NEXT: TWO(hot): 2 1 106 10 9 37
  TRY(TWO(in_section));
  // CHECK-NEXT: TWO(in_section): 2 1 106 10 9 37
  TRY(TWO(no_tail_calls));
  // CHECK-NEXT: TWO(no_tail_calls): 2 1 106 10 9 37
  TRY(TWO(not_duplicated));
  // CHECK-NEXT: TWO(not_duplicated): 2 1 106 10 9 37
  TRY(TWO(convergent));
  // CHECK-NEXT: TWO(convergent): 2 1 106 10 9 37
  TRY(TWO(used));
  // CHECK-NEXT: TWO(used): 2 1 106 10 9 37
  TRY(TWO(no_profile));
  // CHECK-NEXT: TWO(no_profile): 2 1 106 10 9 37
  TRY(TWO(no_protector));
  // CHECK-NEXT: TWO(no_protector): 2 1 106 10 9 37
  TRY(TWO(deprecated));
  // CHECK-NEXT: TWO(deprecated): 2 1 106 10 9 37
  TRY(TWO(zeroed));
  // CHECK-NEXT: TWO(zeroed): 2 1 106 10 9 37
  TRY(TWO(weak));
  // CHECK-NEXT: TWO(weak): 2 1 106 10 9 37
  TRY(TWO(hidden));
  // CHECK-NEXT: TWO(hidden): 2 1 106 10 9 37
  TRY(TWO(named));
  // CHECK-NEXT: TWO(named): 2 1 106 10 9 37
  TRY(TWO(external));
  // CHECK-NEXT: TWO(external): 2 1 106 10 9 37
  TRY(TWO(gnu));
  // CHECK-NEXT: TWO(gnu): 2 1 106 10 9 37
#ifdef __x86_64__
  maybe(aligned_stack(1) != 106 || keeps_returns(1) != 106);
  maybe(aligned_stack(9) != 37 || keeps_returns(9) != 37);
#endif
}
