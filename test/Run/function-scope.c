/* Rules: D1, D3
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void nested(int c) {
  {
    defer note(1);
    {
      defer note(2);
      note(10);
    }
    note(11);
  }
  note(12);
  if (c) {
    defer note(3);
    note(13);
  } else {
    defer note(4);
    note(14);
  }
  note(15);
}
// CHECK: nested(1): 10 11 12 13 15 3 2 1
// CHECK-NEXT: nested(0): 10 11 12 14 15 4 2 1

/* No braces: the statement is the whole body. */
static void bare(int c) {
  if (c & 1)
    defer note(1);
  else
    defer note(2);
  if (c & 2)
    ;
  else
    defer note(3);
  for (int i = 0; i < c; i++)
    defer note(10 + i);
  int n = c;
  while (n-- > 0)
    defer note(20 + n);
  do
    defer note(30);
  while (n > 0);
  switch (c)
  case 1:
    defer note(40);
  switch (c) {
  case 2:
    defer note(50);
  default:
    defer note(60);
  }
label:
  defer note(70);
  note(0);
  if (c > 100)
    goto label;
}
// CHECK-NEXT: bare(0): 0 70 60 30 3 2
// CHECK-NEXT: bare(1): 0 70 60 40 30 20 10 3 1
// CHECK-NEXT: bare(2): 0 70 60 50 30 20 21 11 10 2

/* A caller's deferred calls are not those of what it calls. */
static void leaf(int n) { defer note(n); }
static void calls(void) {
  defer note(1);
  leaf(2);
  leaf(3);
  note(4);
}
// CHECK-NEXT: calls(): 2 3 4 1

static void empty_block(void) {
  defer {}
  defer ({});
  defer { ; }
  note(1);
}
// CHECK-NEXT: empty_block(): 1

static void only(void) { defer note(1); }
// CHECK-NEXT: only(): 1

int main(void) {
  TRY(nested(1));
  TRY(nested(0));
  TRY(bare(0));
  TRY(bare(1));
  TRY(bare(2));
  TRY(calls());
  TRY(empty_block());
  TRY(only());
}
// CHECK-NOT: {{.}}
