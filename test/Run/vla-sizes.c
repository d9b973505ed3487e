/* Rules: D5
 * Sizes in types that are pointed to: in casts, typedefs, pointers to arrays. The
 * variable that says the size is captured, or one for each iteration.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

typedef unsigned char byte;

static void in_block(int n, int *numbers) {
  defer {
    int(*q)[n] = (int(*)[n])numbers;
    note((int)sizeof *q);
    note(q[1][0]);
    note(((int(*)[n + 1])numbers)[1][0]);
    typedef int(*pointer)[n];
    pointer p = q;
    note((int)sizeof *p);
    byte a[n];
    note((int)sizeof a);
    note((int)sizeof(byte[n * 2]));
    int(*rows)[n][2] = (void *)numbers, (**twice)[n][2] = &rows;
    note((int)sizeof **twice);
    note((*(int(*)[2][({ n + 1; })])numbers)[1][0]);
    for (int i = 0; i < 2; i++) {
      int m = n + i;
      defer {
        int(*r)[m] = (int(*)[m])numbers;
        note(r[1][0]);
      }
      m++;
      int(*r)[m] = (void *)numbers;
      note(r[1][0] + 10);
    }
  }
  n++;
}
// CHECK: in_block(3, numbers): 16 4 5 16 4 8 32 5 15 16 6 5

static void in_loop(int *numbers) {
  for (int i = 1; i < 3; i++) {
    int n = i;
    defer { note(n); }
    byte a[n];
    note((int)sizeof a);
    int(*q)[n] = (int(*)[n + 0])numbers;
    note((int)sizeof *q);
    note(q[1][0]);
    note(((int(*)[n + 1])numbers)[1][0]);
    typedef int(*pointer)[n];
    pointer p = q;
    note((int)sizeof *p);
    n += 10;
  }
}
// CHECK-NEXT: in_loop(numbers): 1 4 1 2 4 2 8 2 3 8 12 11

int main(void) {
  int numbers[20];
  for (int i = 0; i < 20; i++)
    numbers[i] = i;
  TRY(in_block(3, numbers));
  TRY(in_loop(numbers));
}
// CHECK-NOT: {{.}}
