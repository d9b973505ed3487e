/* Rules: P2, P4, P5
 * Panics in deferred calls.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void panic(const char *text) { defer_panicf("%s", text); }
static void recovers(void) {
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
}
static void again(void) {
  const defer_panic_info *p = defer_recover();
  if (p)
    defer_panicf("%s again", p->message);
}

/* Each case runs below a frame that says what arrived. */
static const char *arrived(void (*f)(void)) {
  defer_result const char *r = "returned";
  defer {
    const defer_panic_info *p = defer_recover();
    if (p) {
      static char text[100];
      strcpy(text, p->message);
      r = text;
    }
  }
  f();
  return "returned";
}

/* The new one takes over; the remaining calls run. */
static void takes_over(void) {
  defer note(1);
  defer panic("C");
  defer note(2);
  defer panic("B");
  defer note(3);
  panic("A");
}

/* On a normal return. */
static void on_return(void) {
  defer note(1);
  defer panic("B");
  defer note(2);
}

/* recover returns the newest; the replaced one is gone. */
static void newest(void) {
  defer recovers();
  defer recovers();
  defer panic("B");
  panic("A");
}

/* Raised and recovered within a deferred call: the outer one goes on. */
static void inside_helper(void) {
  defer recovers();
  panic("inner");
}
static void inside(void) {
  defer note(1);
  defer inside_helper();
  defer { inside_helper(); }
  defer {
    defer recovers();
    panic("block");
  }
  panic("outer");
}

/* Recover, then panic again: in the recovering call and in a later one. */
static void again_1(void) {
  defer note(1);
  defer again();
  panic("A");
}
static void again_2(void) {
  defer recovers();
  defer again();
  defer again();
  panic("A");
}
static void later_panics(void) {
  defer note(1);
  defer panic("B");
  defer recovers();
  panic("A");
}
static void later_recovered(void) {
  defer recovers();
  defer panic("B");
  defer recovers();
  panic("A");
}

/* A deferred call of the deferred call panics. */
static void deferred_of_deferred(void) {
  defer {
    defer panic("C");
    defer note(1);
    panic("B");
  }
  defer note(2);
  panic("A");
}
static void inner_recovers_newest(void) {
  defer recovers();
  defer {
    defer recovers();
    defer panic("C");
    panic("B");
  }
  panic("A");
}

/* The new panic passes the frame of the deferred call's own recover. */
static void recovered_first(void) {
  defer {
    recovers();
    defer { word(defer_recover() ? "wrong" : "-"); }
    const defer_panic_info *p = defer_recover();
    word(p->message);
    defer recovers(); /* of B */
    panic("B");
  }
  panic("A");
}

/* golang/go#37688, #43920, #43921, #43941: nothing stale, nothing skipped. */
static void issue_37688_inner(void) {
  defer {
    const defer_panic_info *p = defer_recover();
    if (p)
      defer_panicf("re-%s", p->message);
  }
  panic("first");
}
static void issue_37688(void) {
  defer recovers();
  defer { note(1); }
  issue_37688_inner();
}
static void issue_43920(void) {
  defer { word(defer_recover()->message); }
  defer {
    defer {
      word(defer_recover()->message);
      defer panic("43");
    }
    defer_panicf("42");
  }
  defer_panicf("41");
}
static void issue_43921(void) {
  for (int i = 0; i < 2; i++) {
    defer { recovers(); word(defer_recover() ? "yes" : "no"); }
    int n = i;
    defer defer_panicf("loop %d", n);
  }
  defer_panicf("expect");
}
static void issue_43941(void) {
  defer {
    const defer_panic_info *p = defer_recover();
    word(p ? p->message : "none");
    defer { word(defer_recover() ? "wrong" : "ok"); }
  }
  defer {
    defer {
      const defer_panic_info *p = defer_recover();
      word(p ? p->message : "none");
    }
    defer_panicf("1");
  }
  defer_panicf("2");
}
/* golang/go#48898: a call is not skipped by a recover in between. */
static void issue_48898_inner(void) {
  defer {
    defer {
      const defer_panic_info *p = defer_recover();
      word(p ? p->message : "none");
    }
    panic("x");
  }
  defer { recovers(); }
}
static void issue_48898(void) {
  defer note(9);
  defer issue_48898_inner();
  panic("outer");
}
/* llgo#2295: a replaced panic does not come back. */
static void issue_2295(void) {
  defer recovers();
  defer recovers();
  defer panic("B");
  defer panic("B0");
  panic("A");
}

/* In records: what a record's call panics, the records below still see. */
static void in_records(void) {
  defer recovers();
  for (int i = 0; i < 3; i++) {
    defer recovers();
    defer panic((const char *[]){"zero", "one", "two"}[i]);
  }
  panic("A");
}
static void in_records_blocks(void) {
  for (int i = 0; i < 4; i++) {
    int n = i;
    defer {
      const defer_panic_info *p = defer_recover();
      note(n);
      word(p ? p->message : "-");
      if (n != 1)
        defer_panicf("%d", n);
    }
  }
}

/* A deferred call that panics in a frame whose panic was recovered already;
 * the frame above sees the new one. */
static void many_times(void) {
  defer {
    for (int i = 0; i < 1000; i++) {
      defer recovers();
      if (i == 999)
        panic("last");
      else
        defer {
          defer { defer_recover(); }
          panic("x");
        }
    }
  }
  panic("A");
}

int main(void) {
#define CASE(F) printf(#F ": "), printf("[%s]\n", arrived(F))
  CASE(takes_over);
  // CHECK: takes_over: 3 2 1 [C]
  CASE(on_return);
  // CHECK-NEXT: on_return: 2 1 [B]
  CASE(newest);
  // CHECK-NEXT: newest: B - [returned]
  CASE(inside);
  // CHECK-NEXT: inside: block inner inner 1 [outer]
  CASE(again_1);
  // CHECK-NEXT: again_1: 1 [A again]
  CASE(again_2);
  // CHECK-NEXT: again_2: A again again [returned]
  CASE(later_panics);
  // CHECK-NEXT: later_panics: A 1 [B]
  CASE(later_recovered);
  // CHECK-NEXT: later_recovered: A B [returned]
  CASE(deferred_of_deferred);
  // CHECK-NEXT: deferred_of_deferred: 2 1 [C]
  CASE(inner_recovers_newest);
  // CHECK-NEXT: inner_recovers_newest: C A [returned]
  CASE(recovered_first);
  // CHECK-NEXT: recovered_first: - A B - [returned]
  CASE(issue_37688);
  // CHECK-NEXT: issue_37688: 1 re-first [returned]
  CASE(issue_43920);
  // CHECK-NEXT: issue_43920: 42 43 [returned]
  CASE(issue_43921);
  // CHECK-NEXT: issue_43921: - yes - yes [returned]
  CASE(issue_43941);
  // CHECK-NEXT: issue_43941: 1 2 ok [returned]
  CASE(issue_48898);
  // CHECK-NEXT: issue_48898: - x 9 [outer]
  CASE(issue_2295);
  // CHECK-NEXT: issue_2295: B - [returned]
  CASE(in_records);
  // CHECK-NEXT: in_records: two one zero - [returned]
  CASE(in_records_blocks);
  // CHECK-NEXT: in_records_blocks: 3 - 2 3 1 2 0 - [0]
  CASE(many_times);
}
// CHECK-NEXT: many_times: last - {{(- )*}}[A]
// CHECK-NOT: {{.}}
