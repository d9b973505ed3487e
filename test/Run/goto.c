/* Rules: D1, D2, D3, D6
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

/* Out of and into scopes, forward. */
static void forward(int n) {
  if (n == 1)
    goto one;
  {
    defer note(1);
    if (n == 2)
      goto two;
  one:
    defer note(2);
    {
      defer note(3);
    two:
      defer note(4);
      if (n == 3)
        goto three;
    }
  }
  defer note(5);
three:
  defer note(6);
}
// CHECK: forward(0): 6 5 4 3 2 1
// CHECK-NEXT: forward(1): 6 5 4 3 2
// CHECK-NEXT: forward(2): 6 5 4 1
// CHECK-NEXT: forward(3): 6 4 3 2 1

/* Each execution is one more. */
static void backward(int n) {
  int i = 0;
  defer note(0);
again:
  if (i == n)
    goto done;
  defer note(10 + i);
  if (i & 1)
    defer note(20 + i);
  i++;
  goto again;
done:
  defer note(30);
}
// CHECK-NEXT: backward(0): 30 0
// CHECK-NEXT: backward(1): 30 10 0
// CHECK-NEXT: backward(4): 30 23 13 12 21 11 10 0

/* Two ways into one cycle. */
static void irreducible(int n, int way) {
  int i = 0;
  defer note(0);
  if (way)
    goto b;
a:
  defer note(10 + i);
  if (++i >= n)
    return;
b:
  defer note(20 + i);
  if (++i >= n)
    return;
  goto a;
}
// CHECK-NEXT: irreducible(1, 0): 10 0
// CHECK-NEXT: irreducible(1, 1): 20 0
// CHECK-NEXT: irreducible(4, 0): 23 12 21 10 0
// CHECK-NEXT: irreducible(4, 1): 13 22 11 20 0

static void computed(const char *program) {
  static const void *const labels[] = {&&a, &&b, &&c, &&end};
#define NEXT goto *labels[*program++ - 'a']
  defer note(0);
  NEXT;
a:
  defer note(1);
  NEXT;
b:
  {
    defer note(2);
    NEXT;
  }
c:
  note(30);
  NEXT;
end:
  defer note(4);
#undef NEXT
}
// CHECK-NEXT: computed("d"): 4 0
// CHECK-NEXT: computed("abcaad"): 30 4 1 1 2 1 0

/* A computed jump that repeats nothing. */
static void computed_forward(int n) {
  void *to = n ? &&one : &&two;
  defer note(1);
  goto *to;
one: {
  defer note(2);
  goto out;
}
two:
  defer note(3);
out:
  defer note(4);
}
// CHECK-NEXT: computed_forward(0): 4 3 1
// CHECK-NEXT: computed_forward(1): 4 2 1

/* Back before the first defer, then another way. */
static void twice(void) {
  int round = 0;
start:
  note(round);
  if (round == 2)
    return;
  if (round == 0)
    defer note(10);
  else
    defer note(11);
  round++;
  goto start;
}
// CHECK-NEXT: twice(): 0 1 2 11 10

/* asm goto, outside of deferred blocks. */
static void assembler(int n) {
  defer note(1);
#if defined(__x86_64__)
  __asm__ goto("test %0, %0\n\tjnz %l[away]" : : "r"(n) : "cc" : away);
#else
  if (n)
    goto away;
#endif
  defer note(2);
away:
  defer note(3);
}
// CHECK-NEXT: assembler(0): 3 2 1
// CHECK-NEXT: assembler(1): 3 1

int main(void) {
  TRY(forward(0));
  TRY(forward(1));
  TRY(forward(2));
  TRY(forward(3));
  TRY(backward(0));
  TRY(backward(1));
  TRY(backward(4));
  TRY(irreducible(1, 0));
  TRY(irreducible(1, 1));
  TRY(irreducible(4, 0));
  TRY(irreducible(4, 1));
  TRY(computed("d"));
  TRY(computed("abcaad"));
  TRY(computed_forward(0));
  TRY(computed_forward(1));
  TRY(twice());
  TRY(assembler(0));
  TRY(assembler(1));
}
// CHECK-NOT: {{.}}
