/* Rules: D2, D4, D5, D6
 * Large frames, many sites, many variables.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

struct page {
  char c[4096];
};
static void last(struct page p) { note(p.c[4095]); }

static void pages(int n) {
  struct page a, b;
  memset(&a, 1, sizeof a);
  memset(&b, 2, sizeof b);
  defer last(a);
  defer last(b);
  for (int i = 0; i < n; i++) {
    struct page mine;
    memset(&mine, 10 + i, sizeof mine);
    defer last(mine);
    defer { note(mine.c[17]); }
    mine.c[17] = (char)(20 + i);
  }
  memset(&a, 0, sizeof a);
  memset(&b, 0, sizeof b);
}
// CHECK: pages(3): 22 12 21 11 20 10 2 1

static int sum;
static void add(int n) { sum += n; }
#define ONE(N)                                                                 \
  if (bits & (1u << (N % 8)))                                                  \
    defer add(N);                                                              \
  {                                                                            \
    int v = N;                                                                 \
    defer { sum += v; }                                                        \
    v++;                                                                       \
  }                                                                            \
  if (stop == N)                                                               \
    return;
#define FIVE(N) ONE(N##0) ONE(N##1) ONE(N##2) ONE(N##3) ONE(N##4)
#define FIFTY(N)                                                               \
  FIVE(N##0) FIVE(N##1) FIVE(N##2) FIVE(N##3) FIVE(N##4)                       \
  FIVE(N##5) FIVE(N##6) FIVE(N##7) FIVE(N##8) FIVE(N##9)
static void sites(unsigned bits, int stop) {
  sum = 0;
  FIFTY(1)
  FIFTY(2)
}
static int model(unsigned bits, int stop) {
  int s = 0;
  for (int n = 100; n < 300; n++) {
    if (n % 10 > 4)
      continue;
    if (bits & (1u << (n % 8)))
      s += n;
    s += n + 1;
    if (stop == n)
      break;
  }
  return s;
}
static void many_sites(void) {
  int wrong = 0;
  for (unsigned bits = 0; bits < 256; bits += 5)
    for (int stop = 100; stop < 310; stop += 3) {
      sites(bits, stop);
      wrong += sum != model(bits, stop);
    }
  note(wrong);
}
// CHECK-NEXT: many_sites(): 0

int main(void) {
  TRY(pages(3));
  TRY(many_sites());
}
// CHECK-NOT: {{.}}
