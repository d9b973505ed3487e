/* Rules: D4, D5, P2, P3
 * Functions that defer and are defined inline, as a header has them, in two files:
 * C99's, and those that are static.
 * RUN: %defer-cc %matrix-flags -DOTHER -c %s -o %t.other.o
 * RUN: %defer-cc %matrix-flags %s %t.other.o -o %t
 * RUN: %run %t | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

/* The header. */
inline int plain(int n) {
  defer note(n);
  defer { note(n + 1); }
  return n;
}
static inline int of_each_file(int n) {
  static int calls;
  for (int i = 0; i < 2; i++) {
    int mine = n + i;
    defer { note(mine + calls++); }
    mine *= 10;
  }
  return n;
}
inline __attribute__((always_inline)) int always(int n) {
  defer { note(n); }
  return n++;
}
inline void recovers(void) { word(defer_recover() ? "recovered" : "-"); }
int other(int n);

#ifdef OTHER

static int panics(int n) {
  defer recovers();
  if (n)
    defer_panicf("%d", n);
  return 1000;
}
int other(int n) {
  defer { plain(n); }
  return panics(n) + panics(0) + of_each_file(n) + always(n) + plain(n);
}

#else

extern inline int plain(int n);
extern inline int always(int n);
extern inline void recovers(void);

static int panics(int n) {
  void (*volatile f)(void) = recovers;
  defer recovers();
  defer f();
  if (n)
    defer_panicf("%d", n);
  return 1000;
}

int main(void) {
  TRY_INT(plain(1));
  // CHECK: plain(1): 2 1 = 1
  TRY_INT(of_each_file(2));
  // CHECK-NEXT: of_each_file(2): 30 21 = 2
  TRY_INT(always(3));
  // CHECK-NEXT: always(3): 4 = 3
  TRY_INT(other(4));
  // CHECK-NEXT: other(4): recovered - 50 41 5 5 4 5 4 = 1012
  TRY_INT(panics(0));
  // CHECK-NEXT: panics(0): - - = 1000
  TRY_INT(panics(5));
  // CHECK-NEXT: panics(5): recovered - = 0
  TRY_INT(of_each_file(2));
  // CHECK-NEXT: of_each_file(2): 32 23 = 2
}
// CHECK-NOT: {{.}}
#endif
