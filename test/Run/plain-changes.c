/* 4.5, P1, P2, P5: blocks that only change an integer, which the run-time does in a panic
 * without a call; functions whose deferred calls cannot recover, and do not go on.
 *
 * RUN: %run-matrix %s | %filecheck %s
 */
#include "Inputs/note.h"

#include <stdint.h>

static struct {
  int8_t before, byte;
  uint16_t half;
  int32_t word;
  uint64_t wide;
  _Bool set;
  int8_t behind;
} state = {.byte = -128, .half = 65535, .word = 7, .wide = 5};
static int turns;

#define FRAME __attribute__((noinline)) static

FRAME void show(const char *where) {
  printf("%s: %d %d %u %d %llu %d %d, %d\n", where, state.before, state.byte, state.half,
         state.word, (unsigned long long)state.wide, state.set, state.behind, turns);
}

/* Each type, and what is carried out of it. */
FRAME int changes(int how) {
  defer { state.byte--; }
  defer { state.half += 2; }
  defer { state.word = -7; }
  defer { state.wide -= 10; }
  if (how & 1) {
    defer { turns += 65000; }
  }
  if (how & 2)
    defer_panicf("how %d", how);
  state.set = 1;
  return 1;
}

/* Not plain: beside them, and in their place in the order. */
FRAME void mixed(int how) {
  defer { turns++; }
  defer show("mixed");
  defer { turns *= 2; }
  defer { turns = 5; }
  changes(how);
}

/* A deferred call of a frame that cannot recover panics itself. */
FRAME void again(int how) {
  defer { turns = 100; }
  defer {
    turns++;
    if (how)
      defer_panicf("again");
  }
  defer { turns = 0; }
  defer_panicf("first");
}

/* Inlined, into one that recovers. */
static inline __attribute__((always_inline)) void inner(int how) {
  defer { turns += 3; }
  if (how > 1)
    again(how - 2);
  show("inner");
}
FRAME int outer(int how) {
  defer_result int r = 1;
  defer {
    const defer_panic_info *info = defer_recover();
    if (info) {
      printf("recovered %s\n", info->message);
      r = -1;
    }
  }
  defer { turns -= 50; }
  inner(how);
  inner(how + 1);
  return 2;
}

FRAME void run(void (*body)(int), int how) {
  defer {
    const defer_panic_info *info = defer_recover();
    printf("%s\n", info ? info->message : "no panic");
  }
  body(how);
}

int main(void) {
  // CHECK: mixed: 0 127 1 -7 18446744073709551611 1 0, 10
  // CHECK-NEXT: no panic
  run(mixed, 0);
  show("then");
  // CHECK-NEXT: then: 0 127 1 -7 18446744073709551611 1 0, 11
  state.word = 1;
  run(mixed, 3);
  // CHECK-NEXT: mixed: 0 126 3 -7 18446744073709551601 1 0, 10
  // CHECK-NEXT: how 3
  run(again, 0);
  show("then");
  // CHECK-NEXT: first
  // CHECK-NEXT: then: {{.*}}, 100
  run(again, 1);
  show("then");
  // CHECK-NEXT: again
  // CHECK-NEXT: then: {{.*}}, 100

  // CHECK-NEXT: inner: {{.*}}, 100
  // CHECK-NEXT: inner: {{.*}}, 103
  // CHECK-NEXT: 2: 56
  printf("%d: ", outer(0));
  printf("%d\n", turns);
  // CHECK-NEXT: inner: {{.*}}, 56
  // CHECK-NEXT: recovered first
  // CHECK-NEXT: -1: 53
  printf("%d: ", outer(1));
  printf("%d\n", turns);
  // CHECK-NEXT: recovered again
  // CHECK-NEXT: -1: 53
  printf("%d: ", outer(3));
  printf("%d\n", turns);
}
