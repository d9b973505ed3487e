/* P6, P9, P12: what is said of a panic that nobody recovers, and where unwinding cannot
 * go on (P9, P12).
 *
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %clang -Wno-override-module -c %S/Inputs/nothrow.ll -o %t.nothrow.o
 * RUN: %host-cc %s %t.guard.o %t.nothrow.o %libdir/libdefer.a \
 * RUN:   -pthread -rdynamic -o %t
 * RUN: %not --crash %t plain 2>&1 | %filecheck %s --check-prefix=PLAIN
 * RUN: %not --crash %t chain 2>&1 | %filecheck %s --check-prefix=CHAIN
 * RUN: %not --crash %t nested 2>&1 | %filecheck %s --check-prefix=NESTED
 * RUN: %not --crash %t settled 2>&1 | %filecheck %s --check-prefix=SETTLED
 * RUN: %not --crash %t lines 2>&1 | %filecheck %s --check-prefix=LINES
 * RUN: %not --crash %t thread 2>&1 | %filecheck %s --check-prefix=THREAD
 * RUN: %not --crash %t nothrow 2>&1 | %filecheck %s --check-prefix=NOTHROW
 * RUN: %not --crash %t signal 2>&1 | %filecheck %s --check-prefix=SIGNAL
 * RUN: %not --crash %t cannot-return 2>&1 | %filecheck %s --check-prefix=RETURN
 * RUN: env DEFER_BACKTRACE=1 %not --crash %t trace 2>&1 \
 * RUN:   | %filecheck %s --check-prefix=TRACE
 */

#include "Inputs/guard.h"

#include <pthread.h>
#include <signal.h>
#include <string.h>

static void say(void *text) { fprintf(stderr, "%s\n", (char *)text); }
static void panic_with(void *message) {
  defer_panicf_at("f.c", 12, "fun", "%s", (char *)message);
}
static void nothing(void *ignored) { (void)ignored; }
static void recovers(void *ignored) {
  (void)ignored;
  CHECK(__defer_recover(TAKE_TOKEN(recovers)));
}
static void recovers_and_panics(void *message) {
  CHECK(__defer_recover(TAKE_TOKEN(recovers_and_panics)));
  panic_with(message);
}

// PLAIN: {{^}}deferred
// PLAIN-NEXT: {{^}}panic: oops{{$}}
// PLAIN-NEXT: {{^}}raised at f.c:12 in fun{{$}}
// PLAIN-NEXT: {{^}}error: Aborted
static void plain(void) { guard_one(panic_with, "oops", say, "deferred"); }

// CHAIN: {{^}}panic: A [recovered]{{$}}
// CHAIN-NEXT: {{^}}	panic: B{{$}}
// CHAIN-NEXT: {{^}}	panic: C{{$}}
// CHAIN-NEXT: {{^}}raised at f.c:12 in fun{{$}}
// CHAIN-NEXT: {{^}}error: Aborted
static void chain(void) {
  struct deferred calls[] = {{panic_with, "C"}, {recovers_and_panics, "B"}};
  guard(panic_with, "A", calls, 2);
}

// Panics that replaced others further in come after those further out.
// NESTED: {{^}}panic: A{{$}}
// NESTED-NEXT: {{^}}	panic: B [recovered]{{$}}
// NESTED-NEXT: {{^}}	panic: C{{$}}
// NESTED-NEXT: {{^}}	panic: D{{$}}
// NESTED-NEXT: {{^}}raised at f.c:12 in fun{{$}}
// NESTED-NEXT: {{^}}error: Aborted
static void nested_inner(void *ignored) {
  (void)ignored;
  struct deferred calls[] = {{panic_with, "D"}, {recovers_and_panics, "C"}};
  guard(panic_with, "B", calls, 2);
}
static void nested(void) { guard_one(panic_with, "A", nested_inner, NULL); }

// A panic whose recovering call has returned is over.
// SETTLED: {{^}}panic: B{{$}}
// SETTLED-NEXT: {{^}}raised at
// SETTLED-NEXT: {{^}}error: Aborted
static void settled(void) {
  struct deferred calls[] = {{panic_with, "B"}, {recovers, NULL}};
  guard(panic_with, "A", calls, 2);
}

// As they are, as Go 1.19 does.
// LINES: {{^}}panic: one{{$}}
// LINES-NEXT: {{^}}two{{$}}
// LINES-NEXT: {{^}}raised at
static void lines(void) { panic_with("one\ntwo"); }

// THREAD: {{^}}deferred
// THREAD-NEXT: {{^}}panic: in a thread{{$}}
// THREAD-NEXT: {{^}}raised at f.c:12 in fun{{$}}
static void *in_thread(void *ignored) {
  guard_one(panic_with, "in a thread", say, "deferred");
  return ignored;
}
static void thread(void) {
  pthread_t id;
  CHECK(pthread_create(&id, NULL, in_thread, NULL) == 0);
  pthread_join(id, NULL);
}

// NOTHROW-NOT: skipped
// NOTHROW: {{^}}panic: oops{{$}}
// NOTHROW-NEXT: {{^}}unwinding cannot go on: a call that was compiled as unable
// NOTHROW-SAME: in 0x{{[0-9a-f]+}} guard_nothrow+0x
// NOTHROW-NEXT: {{^}}raised at f.c:12 in fun{{$}}
void guard_nothrow_body(void); /* declared nounwind where it is called */
void guard_nothrow(void (*deferred)(void *));
void guard_nothrow_body(void) { panic_with("oops"); }
static void nothrow_body(void *ignored) {
  (void)ignored;
  guard_nothrow(nothing);
}
static void nothrow(void) { guard_one(nothrow_body, NULL, say, "skipped"); }

// SIGNAL: {{^}}in the handler
// SIGNAL-NEXT: {{^}}recovered in the handler
// SIGNAL-NEXT: {{^}}panic: leaving{{$}}
// SIGNAL-NEXT: {{^}}unwinding cannot go on: it would leave a signal handler,
// SIGNAL-SAME: to 0x{{.*}}libc
// SIGNAL-NEXT: {{^}}raised at f.c:12 in fun{{$}}
static void handler(int number) {
  (void)number;
  CHECK(guard_one(panic_with, "inside", recovers, NULL) == 1);
  say("recovered in the handler");
  panic_with("leaving");
}
static void raises(void *ignored) {
  (void)ignored;
  say("in the handler");
  raise(SIGUSR1);
}
static void signal_(void) {
  signal(SIGUSR1, handler);
  guard_one(raises, NULL, recovers, NULL);
}

// RETURN: a panic was recovered, but its frame cannot return: fun is declared
// noreturn{{$}}
static void cannot_return(void) {
  __defer_cannot_return("fun", "is declared noreturn");
}

// The frame that raised comes first.
// TRACE: raised at
// TRACE-NEXT: #0 0x[[#%x,]] defer_test_raises+0x[[#%x,]] ({{.*}}+0x[[#%x,]])
// TRACE-NEXT: #1 0x
// TRACE: main+0x
#pragma GCC visibility push(default)
__attribute__((__noinline__)) void defer_test_raises(void *message);
#pragma GCC visibility pop
void defer_test_raises(void *message) {
  defer_panicf_at("f.c", 12, "fun", "%s", (char *)message);
}
static void trace(void) {
  guard_one(defer_test_raises, "traced", nothing, NULL);
}

int main(int count, char **arguments) {
  static const struct {
    const char *name;
    void (*function)(void);
  } tests[] = {{"plain", plain},
               {"chain", chain},
               {"nested", nested},
               {"settled", settled},
               {"lines", lines},
               {"thread", thread},
               {"nothrow", nothrow},
               {"signal", signal_},
               {"cannot-return", cannot_return},
               {"trace", trace}};
  CHECK(count == 2);
  for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
    if (!strcmp(arguments[1], tests[i].name))
      tests[i].function();
  return 0; /* nobody aborted: `not --crash` fails */
}
