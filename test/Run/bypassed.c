/* Rules: D5
 * A jump past a declaration: the variable is still one per entry of its block.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void by_case(void) {
  for (int i = 0; i < 4; i++) {
    switch (i) {
      int v;
      char text[8];
    case 1:
    case 3:
      v = i * 10;
      text[0] = (char)('a' + i);
      text[1] = 0;
      defer { note(v); }
      defer word(text);
      v++;
      text[0]++;
    }
  }
}
// CHECK: by_case(): e 31 c 11

/* The block is entered once, its label passed often: one variable. */
static void back_inside(void) {
  int v = 0;
  {
    int w = 0;
  again:
    w += 10;
    defer { note(w); }
    if (++v < 3)
      goto again;
  }
}
// CHECK-NEXT: back_inside(): 30 30 30

/* Back to before the declaration, in the same block. */
static void back_before(void) {
  int round = 0;
  {
    note(0);
  again:;
    int v = round * 10;
    defer { note(v); }
    v++;
    if (++round < 3)
      goto again;
  }
}
// CHECK-NEXT: back_before(): 0 {{(21 11 1|21 21 21)}}

int main(void) {
  TRY(by_case());
  TRY(back_inside());
  TRY(back_before());
}
// CHECK-NOT: {{.}}
