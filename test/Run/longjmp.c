/* Rules: D10
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <setjmp.h>

static jmp_buf buffer;

static void jumps(int n) {
  defer word("skipped");
  for (int i = 0; i < n; i++)
    defer word("skipped-record");
  longjmp(buffer, 1);
}
static void fine(int n) {
  defer note(n);
  for (int i = 0; i < 3; i++)
    defer note(i);
  defer { defer_recover(); }
  defer_panicf("x");
}

/* Past a frame: its calls are skipped, nothing after that is harmed. */
static void past(int n) {
  if (setjmp(buffer) == 0)
    jumps(n);
  fine(10);
}
// CHECK: past(0): 2 1 0 10
// CHECK-NEXT: past(5): 2 1 0 10
// CHECK-NEXT: past(10000): 2 1 0 10

/* Many times: no memory is lost for good that would show here. */
static void often(void) {
  for (volatile int i = 0; i < 1000; i++)
    if (setjmp(buffer) == 0)
      jumps(50);
  fine(20);
}
// CHECK-NEXT: often(): 2 1 0 20

/* Out of a deferred call during a panic: that panic is dropped. */
static void jump(void) { longjmp(buffer, 1); }
static void drops_inner(void) {
  defer word("not-reached");
  defer jump();
  defer note(1);
  defer_panicf("dropped");
}
static void nothing_recovered(void) {
  defer { word(defer_recover() ? "wrong" : "none"); }
  word(defer_recover() ? "wrong" : "none");
}
static void drops(void) {
  if (setjmp(buffer) == 0)
    drops_inner();
  nothing_recovered();
  fine(30);
}
// CHECK-NEXT: drops(): 1 none none 2 1 0 30

/* Between two of a deferred call's own frames, while a panic is under way. */
static void jumps_inside(void) {
  if (setjmp(buffer) == 0)
    jumps(3);
  note(5);
}
static void goes_on(void) {
  defer { word(defer_recover()->message); }
  defer jumps_inside();
  defer note(1);
  defer_panicf("goes-on");
}
// CHECK-NEXT: goes_on(): 1 5 goes-on

/* A frame with records stays, one with records is skipped. */
static void catches(int n) {
  if (setjmp(buffer) == 0)
    jumps(n);
  word("caught");
}
static void stays(void) {
  for (int i = 0; i < 3; i++) {
    defer note(i);
    catches(i);
  }
  defer note(9);
}
// CHECK-NEXT: stays(): caught caught caught 9 2 1 0

/* An armed function that jumps before it returns; another of the same name is
 * not armed by it. */
static void jumps_or_recovers(int jump) {
  if (jump)
    longjmp(buffer, 1);
  word(defer_recover() ? "yes" : "no");
}
static void armed_inner(void) {
  defer jumps_or_recovers(1);
  defer_panicf("x");
}
static void recovers_by_it(void) {
  defer jumps_or_recovers(0);
  defer_panicf("x");
}
static void armed(void) {
  if (setjmp(buffer) == 0)
    armed_inner();
  jumps_or_recovers(0);
  recovers_by_it();
}

int main(void) {
  TRY(past(0));
  TRY(past(5));
  TRY(past(10000));
  TRY(often());
  TRY(drops());
  TRY(goes_on());
  TRY(stays());
  TRY(armed());
}
// CHECK-NEXT: armed(): no yes
// CHECK-NOT: {{.}}
