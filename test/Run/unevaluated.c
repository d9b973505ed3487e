/* Rules: D3, D6
 * Statements that stand in what is not evaluated, or chosen at compile time.
 * RUN: %run-matrix %s -Wno-unused-value | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void operands(void) {
  note((int)sizeof(({ defer note(1); 'x'; }) + 0));
  note((int)_Generic(({ defer note(3); 1; }), int: 8, default: 9));
  note(__builtin_choose_expr(1, 10, ({ defer note(4); 1; })));
  note(_Generic(1, int: ({ defer note(5); 11; }), default: ({ defer note(6); 12; })));
}
// CHECK: operands(): 4 8 10 11 5

static void sizes(int n) {
  int a[({
    defer note(1);
    n + 1;
  })];
  defer note((int)(sizeof a / sizeof *a));
  note((int)sizeof(int[({ defer note(2); n; })]));
}
// CHECK-NEXT: sizes(2): 8 2 3 1

static void constants(void) {
  if (sizeof(int) == 4)
    defer note(1);
  else
    defer note(2);
  switch (sizeof(long)) {
  case 4:
    defer note(3);
    break;
  case 8:
    defer note(4);
  }
  for (; 0;)
    defer note(5);
  (void)(1 || ({ defer note(6); 1; }));
  (void)(0 && ({ defer note(7); 1; }));
  (void)(1 ? 2 : ({ defer note(8); 1; }));
  (void)__builtin_constant_p(({ defer note(9); 1; }));
}
// CHECK-NEXT: constants(): 4 1

/* Initializers of all kinds. */
static void initializers(void) {
  struct {
    int a, b[2];
  } s = {.b = {[1] = ({ defer note(1); 5; })}, .a = ({ defer note(2); 6; })};
  int array[] = {7, ({ defer note(3); 7; })};
  const int *literal = (const int[]){({ defer note(4); 8; }), 9};
  note(s.a + s.b[1] + array[0] + array[1]);
  note(literal[0]);
}
// CHECK-NEXT: initializers(): 25 8 4 3 1 2

int main(void) {
  TRY(operands());
  TRY(sizes(2));
  TRY(constants());
  TRY(initializers());
}
// CHECK-NOT: {{.}}
