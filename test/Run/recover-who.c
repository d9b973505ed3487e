/* Rules: P2, P3
 * Who may recover, and who may not.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static const char *message(void) {
  const defer_panic_info *p = defer_recover();
  return p ? p->message : "-";
}
static void recovers(void) {
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
}
static void recovers_with(int n) {
  const defer_panic_info *p = defer_recover();
  note(n);
  word(p ? p->message : "-");
}
static void helper_below(void) {
  recovers();
  word("helper");
}
static void mixed_below(void) {
  recovers();
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
  recovers();
}
static void recursive(int n) {
  if (n)
    recursive(n - 1);
  const defer_panic_info *p = defer_recover();
  printf("%d=%s ", n, p ? p->message : "-");
}
static void only_deepest(int n) {
  if (n) {
    only_deepest(n - 1);
    return;
  }
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
}
static void conditionally(int n) {
  if (n)
    word(defer_recover() ? "yes" : "no");
}
static void defers_recover(void) { defer defer_recover(); }
static void defers_helper(void) { defer recovers(); }
static void two_recovers(void) {
  const defer_panic_info *p = defer_recover(), *q = defer_recover();
  word(p ? p->message : "-");
  word(q ? q->message : "-");
}

/* What the deferred call did, and whether the panic went on. */
#define CASE(Name, ...)                                                        \
  static void panics_##Name(void) {                                            \
    __VA_ARGS__;                                                               \
    defer_panicf("P");                                                         \
  }                                                                            \
  static void test_##Name(void) {                                              \
    defer {                                                                    \
      if (defer_recover())                                                     \
        word("went on");                                                       \
    }                                                                          \
    panics_##Name();                                                           \
    word("stopped");                                                           \
  }
CASE(block, defer { word(message()); word(defer_recover()->message); })
CASE(function, defer recovers())
CASE(arguments, defer recovers_with(5))
CASE(pointer, void (*f)(void) = recovers; defer f())
CASE(pointer_late, void (*f)(void) = recovers; defer f(); f = NULL)
CASE(helper, defer helper_below())
CASE(helper_first, defer mixed_below())
CASE(helper_in_block, defer { recovers(); })
CASE(helper_in_block_first, defer {
  recovers();
  word(defer_recover() ? "yes" : "no");
})
CASE(recursion, defer recursive(2))
CASE(deepest, defer only_deepest(2))
CASE(deepest_0, defer only_deepest(0))
CASE(not_taken, defer conditionally(0))
CASE(taken, defer conditionally(1))
CASE(direct, defer defer_recover())
CASE(direct_void, defer (void)defer_recover())
CASE(direct_in_block, defer { defer defer_recover(); })
CASE(direct_in_function, defer defers_recover())
CASE(helper_in_function, defer defers_helper())
CASE(block_in_block, defer { defer { word(defer_recover() ? "yes" : "no"); } })
CASE(function_in_block, defer { defer recovers(); })
CASE(twice, defer two_recovers())
CASE(two_functions, defer recovers(); defer recovers())
CASE(in_loop, for (int i = 0; i < 3; i++) defer recovers_with(i))
CASE(block_in_loop, for (int i = 0; i < 3; i++) {
  int n = i;
  defer {
    note(n);
    if (n == 1)
      word(defer_recover()->message);
  }
})
CASE(as_argument, defer word(message()))
CASE(as_own_argument, defer note(defer_recover() != NULL))
CASE(inner_if, defer {
  if (1) {
    for (int i = 0; i < 1; i++)
      ({ defer_recover(); });
  }
})
CASE(address, const defer_panic_info *(*f)(void) = defer_recover; defer f())
CASE(address_in_block, defer {
  const defer_panic_info *(*volatile f)(void) = defer_recover;
  f();
})

/* Not run by the panic: a deferred call of a frame that returns normally. */
static void frame_that_returns(void) {
  defer recovers();
  defer { word(defer_recover() ? "wrong" : "-"); }
}
CASE(normal_frame, defer frame_that_returns())
CASE(normal_frame_in_block, defer { frame_that_returns(); })

/* Called, not deferred; after the call by the panic of the same function. */
static void calls_it_first(void) {
  recovers();
  defer recovers();
}
CASE(called_before, recovers(); defer calls_it_first())

/* The function is called by its own argument's evaluation, and by others. */
static int also(void) {
  recovers();
  return 1;
}
CASE(called_by_argument, defer recovers_with(also()))

static void nobody(void) {
  recovers();
  recursive(1);
  defer recovers();
  defer { word(defer_recover() ? "wrong" : "-"); }
  defer defer_recover();
  word(defer_recover() ? "wrong" : "-");
}
// CHECK: nobody(): - 0=- 1=- - - -

int main(void) {
  TRY(nobody());
#define RUN_CASE(Name) printf(#Name ": "), test_##Name(), printf("\n")
  RUN_CASE(block);
  // CHECK-NEXT: block: - P stopped
  RUN_CASE(function);
  // CHECK-NEXT: function: P stopped
  RUN_CASE(arguments);
  // CHECK-NEXT: arguments: 5 P stopped
  RUN_CASE(pointer);
  // CHECK-NEXT: pointer: P stopped
  RUN_CASE(pointer_late);
  // CHECK-NEXT: pointer_late: P stopped
  RUN_CASE(helper);
  // CHECK-NEXT: helper: - helper went on
  RUN_CASE(helper_first);
  // CHECK-NEXT: helper_first: - P - stopped
  RUN_CASE(helper_in_block);
  // CHECK-NEXT: helper_in_block: - went on
  RUN_CASE(helper_in_block_first);
  // CHECK-NEXT: helper_in_block_first: - yes stopped
  RUN_CASE(recursion);
  // CHECK-NEXT: recursion: 0=- 1=- 2=P stopped
  RUN_CASE(deepest);
  // CHECK-NEXT: deepest: - went on
  RUN_CASE(deepest_0);
  // CHECK-NEXT: deepest_0: P stopped
  RUN_CASE(not_taken);
  // CHECK-NEXT: not_taken: went on
  RUN_CASE(taken);
  // CHECK-NEXT: taken: yes stopped
  RUN_CASE(direct);
  // CHECK-NEXT: direct: went on
  RUN_CASE(direct_void);
  // CHECK-NEXT: direct_void: went on
  RUN_CASE(direct_in_block);
  // CHECK-NEXT: direct_in_block: stopped
  RUN_CASE(direct_in_function);
  // CHECK-NEXT: direct_in_function: stopped
  RUN_CASE(helper_in_function);
  // CHECK-NEXT: helper_in_function: - went on
  RUN_CASE(block_in_block);
  // CHECK-NEXT: block_in_block: no went on
  RUN_CASE(function_in_block);
  // CHECK-NEXT: function_in_block: - went on
  RUN_CASE(twice);
  // CHECK-NEXT: twice: P - stopped
  RUN_CASE(two_functions);
  // CHECK-NEXT: two_functions: P - stopped
  RUN_CASE(in_loop);
  // CHECK-NEXT: in_loop: 2 P 1 - 0 - stopped
  RUN_CASE(block_in_loop);
  // CHECK-NEXT: block_in_loop: 2 1 P 0 stopped
  RUN_CASE(as_argument);
  // CHECK-NEXT: as_argument: - went on
  RUN_CASE(as_own_argument);
  // CHECK-NEXT: as_own_argument: 0 went on
  RUN_CASE(inner_if);
  // CHECK-NEXT: inner_if: stopped
  RUN_CASE(address);
  RUN_CASE(address_in_block);
  // CHECK-NEXT: address:{{.*}}
  // CHECK-NEXT: address_in_block: {{.*}}
  RUN_CASE(normal_frame);
  // CHECK-NEXT: normal_frame: - - went on
  RUN_CASE(normal_frame_in_block);
  // CHECK-NEXT: normal_frame_in_block: - - went on
  RUN_CASE(called_before);
  // CHECK-NEXT: called_before: - - - went on
  RUN_CASE(called_by_argument);
  // CHECK-NEXT: called_by_argument: - 1 P stopped
}
// CHECK-NOT: {{.}}
