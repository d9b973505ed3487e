/* Rules: P8, P9, D3
 * RUN: %clangxx -O1 -I%incdir -c %S/Inputs/cxx_frames.cpp -o %t.cxx.o
 * RUN: %run-matrix %s %t.cxx.o -lstdc++ | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

void cxx_destructors(void (*)(int), int);
void cxx_catch_all(void (*)(int), int);
void cxx_rethrow(void (*)(int), int);
void cxx_catch(void (*)(int), int);
void cxx_catch_int(void (*)(int), int);
void cxx_throw(int);
void cxx_throw_int(int);
void cxx_throw_and_catch(int);
void cxx_panic(int);

static void panics(int n) {
  defer note(n);
  for (int i = 0; i < 2; i++)
    defer note(n * 10 + i);
  defer_panicf("P%d", n);
}
static void nothing(void) {
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
}

/* Destructors run on a panic's way. */
static void destructors(void) {
  defer nothing();
  defer note(0);
  cxx_destructors(panics, 5);
}
// CHECK: destructors(): 51 50 5 ~6 ~5 0 P5

/* catch (...) ends a panic. */
static void caught(void) {
  defer nothing();
  cxx_catch_all(panics, 1);
  nothing();
  cxx_catch_all(panics, 2);
  defer_recover();
}
// CHECK-NEXT: caught(): 11 10 1 ~2 caught ~1 - 21 20 2 ~3 caught ~2 -

/* After that a panic's chain is its own. */
static void after_caught(void) {
  defer {
    const defer_panic_info *p = defer_recover();
    word(p->message);
    nothing();
  }
  cxx_catch_all(panics, 1);
  panics(2);
}
// CHECK-NEXT: after_caught(): 11 10 1 ~2 caught ~1 21 20 2 P2 -

static void rethrows(int n) {
  defer note(100);
  cxx_rethrow(panics, n);
}
static void rethrown(void) {
  defer nothing();
  cxx_rethrow(rethrows, 1);
}
// CHECK-NEXT: rethrown(): 11 10 1 rethrow 100 rethrow P1

static void raised_in_cxx(void) {
  defer nothing();
  cxx_panic(4);
}
// CHECK-NEXT: raised_in_cxx(): ~4 from C++ 4

/* A C++ exception runs the calls on its way, is not recovered, arrives whole. */
static int passes(int n) {
  defer_result int r = 0;
  defer note(1);
  defer nothing();
  defer { nothing(); word(defer_recover() ? "wrong" : "-"); }
  for (int i = 0; i < 2; i++)
    defer note(10 + i);
  cxx_throw(n);
  return 5;
}
static void calls_passes(int n) {
  defer note(2);
  note(passes(n));
}
static void exception(void) {
  defer note(3);
  cxx_catch(calls_passes, 7);
}
// CHECK-NEXT: exception(): ~7 11 10 - - - 1 2 [error 7] 3

/* A panic recovered in a deferred call on an exception's way resumes it. */
static void panics_and_recovers(void) {
  defer nothing();
  panics(6);
}
static void replaced(int n) {
  defer note(1);
  defer nothing();
  defer panics(n);
  defer panics_and_recovers();
  cxx_throw_int(n);
}
static void resumed(void) { cxx_catch_int(replaced, 8); }
// CHECK-NEXT: resumed(): 61 60 6 P6 81 80 8 P8 1 int 8

/* One that is not: the exception is gone. */
static void replaces(int n) {
  defer panics(n);
  cxx_throw_int(n);
}
static void takes_over(void) {
  defer nothing();
  cxx_catch_int(replaces, 9);
}
// CHECK-NEXT: takes_over(): 91 90 9 P9

/* An exception in a deferred call during a panic: caught inside, the panic goes
 * on; not caught, it takes over. */
static void inside(void) {
  defer nothing();
  defer cxx_throw_and_catch(3);
  defer cxx_catch(calls_passes, 4);
  panics(1);
}
// CHECK-NEXT: inside(): 11 10 1 ~4 11 10 - - - 1 2 [error 4] inside 3 P1

static void throws_in_panic(int n) {
  defer nothing();
  defer cxx_throw_int(n);
  panics(n);
}
static void exception_takes_over(void) {
  defer nothing();
  cxx_catch_int(throws_in_panic, 2);
  panics_and_recovers();
}
// CHECK-NEXT: exception_takes_over(): 21 20 2 - int 2 61 60 6 P6 -

/* In records. */
static void in_records(int n) {
  for (int i = 0; i < 3; i++) {
    defer note(i);
    if (i == 1)
      defer cxx_throw_int(n + i);
  }
  defer note(9);
}
static void records(void) { cxx_catch_int(in_records, 5); }
// CHECK-NEXT: records(): 9 2 1 0 int 6

/* cleanup beside. */
static void clean(int *p) { note(*p); }
static void cleaned(int n) {
  defer note(1);
  __attribute__((cleanup(clean))) int a = 2;
  cxx_throw_int(n);
  a = 3;
}
static void cleanup(void) { cxx_catch_int(cleaned, 5); }
// CHECK-NEXT: cleanup(): 2 1 int 5

int main(void) {
  TRY(destructors());
  TRY(caught());
  TRY(after_caught());
  TRY(rethrown());
  TRY(raised_in_cxx());
  TRY(exception());
  TRY(resumed());
  TRY(takes_over());
  TRY(inside());
  TRY(exception_takes_over());
  TRY(records());
  TRY(cleanup());
}
// CHECK-NOT: {{.}}
