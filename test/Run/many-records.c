/* Rules: D6
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <malloc.h>
#include <sys/resource.h>

struct sum {
  unsigned long value;
  long count;
};
static void add(struct sum *s, long n) {
  s->value = s->value * 31 + (unsigned long)n;
  s->count++;
}

/* Ten million; the stack does not grow. */
__attribute__((noinline)) static void defers(struct sum *s, long n) {
  for (long i = 0; i < n; i++)
    defer add(s, i);
}
static void ten_million(void) {
  struct sum s = {0, 0}, expected = {0, 0};
  defers(&s, 10000000);
  for (long i = 10000000; i-- > 0;)
    add(&expected, i);
  note(s.value == expected.value && s.count == expected.count);
}
// CHECK: ten_million(): 1

static void panics(struct sum *s, long n) {
  defer { defer_recover(); }
  for (long i = 0; i < n; i++)
    defer add(s, i);
  defer_panicf("x");
}
static void million_in_panic(void) {
  struct sum s = {0, 0};
  panics(&s, 1000000);
  note(s.count == 1000000);
}
// CHECK-NEXT: million_in_panic(): 1

/* Each with a variable of its own, of all sizes. */
static void captures(long *total, int n) {
  for (int i = 0; i < n; i++) {
    struct {
      char c[100];
      long l;
    } mine = {{(char)i}, i};
    _Alignas(64) char aligned[3] = {1, 2, (char)((unsigned long)&aligned % 64)};
    defer { *total += mine.l + mine.c[0] - (char)mine.l + aligned[2]; }
    mine.l += 1;
    mine.c[0] = (char)mine.l;
  }
}
static void captured(void) {
  long total = 0;
  captures(&total, 100000);
  note(total == 100000l * 100001 / 2);
}
// CHECK-NEXT: captured(): 1

/* An iteration that defers nothing leaves no memory behind. */
static size_t used(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (size_t)usage.ru_maxrss;
}
static void seldom(long n, long *total) {
  for (long i = 0; i < n; i++) {
    long mine[32];
    mine[0] = i;
    if (i % 1000000 == 5)
      defer { *total += mine[0]; }
    mine[0]++;
  }
}
static void nothing_left(void) {
  size_t before = used();
  long total = 0;
  seldom(20000000, &total);
  note(total == 20 * 6 + 190000000);
  word(used() - before < 100000 ? "small" : "large");
}
// CHECK-NEXT: nothing_left(): 1 small

/* Given back when the function returns, or kept for the next: not more and
 * more. */
static void again(void) {
  struct sum s = {0, 0};
  defers(&s, 1000000);
  size_t before = used();
  for (int i = 0; i < 20; i++)
    defers(&s, 1000000);
  word(used() - before < 20000 ? "same" : "more");
}
// CHECK-NEXT: again(): same

int main(void) {
  TRY(ten_million());
  TRY(million_in_panic());
  TRY(captured());
  TRY(nothing_left());
  TRY(again());
}
// CHECK-NOT: {{.}}
