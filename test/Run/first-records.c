/* Rules: D2, D6, D12, P1, P2
 * Loops about as long as a list's first memory, which lies in the frame: full to the last
 * byte, one record more, panics on the way out of it and back into it, in
 * functions that call themselves.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

enum { Most = 60 };
static long seen[2 * Most], count;

static void see(long n) { seen[count++] = n; }

/* What was deferred n times ran n times, the last first. */
static int in_order(long n) {
  int good = count == n;
  for (long i = 0; i < n; i++)
    good &= seen[i] == n - 1 - i;
  count = 0;
  return good;
}

__attribute__((noinline)) static void words(long n) {
  for (long i = 0; i < n; i++)
    defer see(i);
}

struct three {
  long a, b, c;
};
static void see_three(struct three t) { see(t.a + t.b - t.c); }
__attribute__((noinline)) static void structs(long n) {
  for (long i = 0; i < n; i++) {
    struct three t = {i, i, i};
    defer see_three(t);
  }
}

/* Of both kinds in one list, and of several sizes. */
__attribute__((noinline)) static void mixed(long n) {
  for (long i = 0; i < n; i++)
    if (i % 3 == 0)
      defer see(i);
    else if (i % 3 == 1)
      defer see_three((struct three){i, 1, 1});
    else {
      long mine = i;
      defer { see(mine); }
    }
}

__attribute__((noinline)) static void captures(long n) {
  for (long i = 0; i < n; i++) {
    long mine = -1;
    defer { see(mine); }
    mine = i;
  }
}

/* Aligned more than the memory in the frame is. */
__attribute__((noinline)) static void aligned(long n) {
  for (long i = 0; i < n; i++) {
    _Alignas(64) char wide = (char)i;
    defer { see((unsigned long)&wide % 64 ? -1 : wide); }
  }
}

/* Twice in one frame, by way of a caller's loop. */
static inline __attribute__((always_inline)) void inlined(long n) {
  for (long i = 0; i < n; i++)
    defer see(i);
}

static void all_lengths(void) {
  int good = 1;
  for (long n = 0; n < Most; n++) {
    words(n), good &= in_order(n);
    structs(n), good &= in_order(n);
    mixed(n), good &= in_order(n);
    captures(n), good &= in_order(n);
    aligned(n), good &= in_order(n);
    inlined(n), good &= in_order(n);
  }
  note(good);
}
// CHECK: all_lengths(): 1

/* The body panics, and each call that is a multiple of `every`. */
static void panics_at(long i, long every) {
  see(i);
  if (i % every == 0)
    defer_panicf("call %ld", i);
}
__attribute__((noinline)) static void panics(long n, long every, int body) {
  defer {
    if (defer_recover())
      seen[2 * Most - 1]++;
  }
  for (long i = 0; i < n; i++)
    defer panics_at(i, every);
  if (body)
    defer_panicf("body");
}
static void in_panics(void) {
  int good = 1;
  for (long n = 1; n < Most; n++)
    for (long every = 1; every < 14; every += 3)
      for (int body = 0; body < 2; body++) {
        seen[2 * Most - 1] = 0;
        panics(n, every, body);
        good &= seen[2 * Most - 1] == 1;
        good &= in_order(n);
      }
  note(good);
}
// CHECK-NEXT: in_panics(): 1

/* Two loops, one inside of the other: an inner frame's list is its own. */
__attribute__((noinline)) static void recurses(long depth, long n) {
  for (long i = 0; i < n; i++)
    defer see(depth * n + i);
  if (depth)
    recurses(depth - 1, n);
}
static void nested(void) {
  int good = 1;
  for (long n = 1; n < Most / 4; n++) {
    recurses(3, n);
    /* The innermost runs first: the blocks are those of in_order(), turned. */
    good &= count == 4 * n;
    for (long i = 0; i < 4 * n; i++)
      good &= seen[i] == i / n * n + n - 1 - i % n;
    count = 0;
  }
  note(good);
}
// CHECK-NEXT: nested(): 1

int main(void) {
  TRY(all_lengths());
  TRY(in_panics());
  TRY(nested());
}
