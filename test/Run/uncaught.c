/* Rules: P6
 * Reports of panics that nobody recovers: the text is that of Go 1.19 for the
 * same program, and the place of the newest.
 * RUN: %defer-cc %matrix-flags %s -o %t
 * RUN: %run --exit=134 %t simple | FileCheck --strict-whitespace --match-full-lines --check-prefix=SIMPLE %s
 * RUN: %run --exit=134 %t null | FileCheck --strict-whitespace --match-full-lines --check-prefix=NULL %s
 * RUN: %run --exit=134 %t chain | FileCheck --strict-whitespace --match-full-lines --check-prefix=CHAIN %s
 * RUN: %run --exit=134 %t on_return | FileCheck --strict-whitespace --match-full-lines --check-prefix=RETURN %s
 * RUN: %run --exit=134 %t recovered | FileCheck --strict-whitespace --match-full-lines --check-prefix=RECOVERED %s
 * RUN: %run --exit=134 %t again | FileCheck --strict-whitespace --match-full-lines --check-prefix=AGAIN %s
 * RUN: %run --exit=134 %t again_thrice | FileCheck --strict-whitespace --match-full-lines --check-prefix=THRICE %s
 * RUN: %run --exit=134 %t recovered_before | FileCheck --strict-whitespace --match-full-lines --check-prefix=BEFORE %s
 * RUN: %run --exit=134 %t recovered_inside | FileCheck --strict-whitespace --match-full-lines --check-prefix=INSIDE %s
 * RUN: %run --exit=134 %t newest_recovered | FileCheck --strict-whitespace --match-full-lines --check-prefix=NEWEST %s
 * RUN: %run --exit=134 %t nested | FileCheck --strict-whitespace --match-full-lines --check-prefix=NESTED %s
 * RUN: %run --exit=134 %t loop | FileCheck --strict-whitespace --match-full-lines --check-prefix=LOOP %s
 * RUN: %run --exit=134 %t too_deep | FileCheck --strict-whitespace --match-full-lines --check-prefix=DEEP %s
 * RUN: %run --exit=134 %t direct | FileCheck --strict-whitespace --match-full-lines --check-prefix=DIRECT %s
 * RUN: %run --exit=134 %t recovered_elsewhere | FileCheck --strict-whitespace --match-full-lines --check-prefix=ELSEWHERE %s
 * RUN: %run --exit=134 %t both | FileCheck --strict-whitespace --match-full-lines --check-prefix=BOTH %s
 */
#include "Inputs/note.h"

static void panic(const char *text) { defer_panicf("%s", text); }
static void say(const char *text) { printf("%s\n", text); }
static void recovers(void) { defer_recover(); }

static void simple(void) {
  defer say("deferred 1");
  defer { say("deferred 2"); }
  panic("simple");
}
// SIMPLE:deferred 2
// SIMPLE-NEXT:deferred 1
// SIMPLE-NEXT:main's
// SIMPLE-NEXT:panic: simple
// SIMPLE-NEXT:raised at {{.*}}uncaught.c:[[#@LINE-13]] in panic
// SIMPLE-NOT:{{.}}

static void null(void) { defer_panic(NULL); }
// NULL:panic: nil
// NULL-NEXT:raised at {{.*}}uncaught.c:[[#@LINE-2]] in null
// NULL-NOT:{{.}}

static void chain(void) {
  defer panic("C");
  defer panic("B");
  panic("A");
}
// CHAIN:panic: A
// CHAIN-NEXT:	panic: B
// CHAIN-NEXT:	panic: C
// CHAIN-NEXT:raised at {{.*}} in panic
// CHAIN-NOT:{{.}}

static void on_return(void) {
  defer say("still run");
  defer panic("B");
  defer panic("A");
}
// RETURN:still run
// RETURN:panic: A
// RETURN-NEXT:	panic: B
// RETURN-NEXT:raised at {{.*}}

static void recovered(void) {
  defer {
    defer_recover();
    panic("B");
  }
  panic("A");
}
// RECOVERED:panic: A [recovered]
// RECOVERED-NEXT:	panic: B
// RECOVERED-NEXT:raised at {{.*}}

static void again(void) {
  defer { panic(defer_recover()->message); }
  panic("A");
}
// AGAIN:panic: A [recovered]
// AGAIN-NEXT:	panic: A
// AGAIN-NEXT:raised at {{.*}}

static void again_thrice(void) {
  for (int i = 0; i < 3; i++)
    defer { panic(defer_recover()->message); }
  panic("A");
}
// THRICE:panic: A [recovered]
// THRICE-NEXT:	panic: A [recovered]
// THRICE-NEXT:	panic: A [recovered]
// THRICE-NEXT:	panic: A
// THRICE-NEXT:raised at {{.*}}

/* Recovered, and the deferred call has returned: not part of the chain. */
static void recovered_before(void) {
  defer panic("C");
  defer panic("B");
  defer recovers();
  panic("A");
}
// BEFORE:panic: B
// BEFORE-NEXT:	panic: C
// BEFORE-NEXT:raised at {{.*}}

static void recovers_inside(void) {
  defer recovers();
  panic("inside");
}
static void recovered_inside(void) {
  defer panic("B");
  defer recovers_inside();
  panic("A");
}
// INSIDE:panic: A
// INSIDE-NEXT:	panic: B
// INSIDE-NEXT:raised at {{.*}}

static void newest_recovered(void) {
  defer {
    defer_recover();
    panic("C");
  }
  defer panic("B");
  panic("A");
}
// NEWEST:panic: A
// NEWEST-NEXT:	panic: B [recovered]
// NEWEST-NEXT:	panic: C
// NEWEST-NEXT:raised at {{.*}}

static void nested(void) {
  defer {
    defer {
      defer panic("D");
      panic("C");
    }
    panic("B");
  }
  panic("A");
}
// NESTED:panic: A
// NESTED-NEXT:	panic: B
// NESTED-NEXT:	panic: C
// NESTED-NEXT:	panic: D
// NESTED-NEXT:raised at {{.*}}

static void loop(void) {
  static const char *const texts[] = {"0", "1", "2"};
  for (int i = 0; i < 3; i++)
    defer panic(texts[i]);
}
// LOOP:panic: 2
// LOOP-NEXT:	panic: 1
// LOOP-NEXT:	panic: 0
// LOOP-NEXT:raised at {{.*}}

static void below(void) { recovers(); }
static void too_deep(void) {
  defer below();
  panic("A");
}
// DEEP:panic: A
// DEEP-NEXT:raised at {{.*}}

static void direct(void) {
  defer defer_recover();
  panic("A");
}
// DIRECT:panic: A
// DIRECT-NEXT:raised at {{.*}}

/* The replacing panic is recovered below the frame of the first's call. */
static void recovered_elsewhere(void) {
  defer panic("C");
  defer {
    defer recovers();
    defer panic("B2");
    panic("B");
  }
  panic("A");
}
// ELSEWHERE:panic: A
// ELSEWHERE-NEXT:	panic: C
// ELSEWHERE-NEXT:raised at {{.*}}

/* Recovered, and in the same deferred call one that is recovered and one that is
 * not. */
static void both(void) {
  defer {
    defer_recover();
    recovers_inside();
    defer {
      defer_recover();
      panic("C");
    }
    panic("B");
  }
  panic("A");
}
// BOTH:panic: A [recovered]
// BOTH-NEXT:	panic: B [recovered]
// BOTH-NEXT:	panic: C
// BOTH-NEXT:raised at {{.*}}

#define CASE(F)                                                                \
  if (strcmp(argv[1], #F) == 0)                                                \
    F();

int main(int argc, char **argv) {
  (void)argc;
  defer say("main's");
  CASE(simple)
  CASE(null)
  CASE(chain)
  CASE(on_return)
  CASE(recovered)
  CASE(again)
  CASE(again_thrice)
  CASE(recovered_before)
  CASE(recovered_inside)
  CASE(newest_recovered)
  CASE(nested)
  CASE(loop)
  CASE(too_deep)
  CASE(direct)
  CASE(recovered_elsewhere)
  CASE(both)
}
