/* Rules: D12, P10
 * malloc and mmap fail at every call in turn: whichever it is, each call that was
 * deferred runs once, and the function returns or panics `out of memory`.
 * UNSUPPORTED: sanitizer
 * With records only, what recovers may have no memory either: then each of the calls
 * panics, and takes over from the one before.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The n-th call from now on fails, or all from the n-th on. 0 is never. */
static long fails_at, asked;
static int all_from_then;
static int fails(void) {
  if (!fails_at)
    return 0;
  asked++;
  return all_from_then ? asked >= fails_at : asked == fails_at;
}
void *__libc_malloc(size_t);
void *malloc(size_t size) {
  if (!fails())
    return __libc_malloc(size);
  errno = ENOMEM;
  return NULL;
}
void *mmap(void *at, size_t size, int protection, int flags, int file, off_t offset) {
  if (!fails())
    return (void *)syscall(SYS_mmap, at, size, protection, flags, file, offset);
  errno = ENOMEM;
  return MAP_FAILED;
}

enum { Most = 4000 };
static int deferred, ran[Most], declared;
struct big {
  char c[100];
};
static void once(int i, struct big b) { ran[i] += b.c[99]; }

/* Calls and blocks in loops, with variables of their own, calls outside of loops,
 * and a panic inside a deferred call. */
static void inner(int i) {
  defer { ran[i]++; }
  defer { defer_recover(); }
  defer_panicf("inner");
}
static void frame(int n) {
  struct big one = {{[99] = 1}};
  if (n > 0)
    defer once(deferred++, one);
  for (int i = 0; i < n; i++) {
    struct big mine = {{[99] = 1}};
    int number = deferred;
    declared++;
    if (i % 3 == 0) {
      deferred++;
      defer { ran[number] += mine.c[99]; }
    } else if (i % 3 == 1) {
      defer once(deferred++, mine);
    } else {
      defer inner(deferred++);
    }
  }
  if (n > 0)
    defer once(deferred++, one);
}
static int outer(int n) {
  defer_result int is_panic = 0;
  defer {
    const defer_panic_info *p = defer_recover();
    if (p)
      is_panic = strcmp(p->message, "out of memory") == 0 ? 1 : 2;
  }
  frame(n);
  return 0;
}

static void each(int n, int all) {
  outer(n); /* what is kept for later is there */
  int panics = 0, wrong = 0, turns = 0;
  for (long at = 1;; at++, turns++) {
    deferred = 0;
    memset(ran, 0, sizeof ran);
    all_from_then = all;
    asked = 0;
    fails_at = at;
    int result = outer(n);
    fails_at = 0;
    for (int i = 0; i < deferred; i++)
      wrong += ran[i] != 1;
    for (int i = deferred; i < Most; i++)
      wrong += ran[i] != 0;
    wrong += result == 2;
    panics += result == 1;
    if (asked < at)
      break; /* it did not come to that */
  }
  note(wrong);
  word(turns > 0 ? "failed" : "-");
  word(panics > 0 ? "panicked" : "-");
}

int main(void) {
  TRY(each(2000, 0));
  TRY(each(2000, 1));
  TRY(each(100, 0));
}
// CHECK: each(2000, 0): 0 failed panicked
// CHECK-NEXT: each(2000, 1): 0 failed panicked
// CHECK-NEXT: each(100, 0): 0 {{.*}}
// CHECK-NOT: {{.}}
