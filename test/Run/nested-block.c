/* Rules: D2, D5, D9
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void nested(void) {
  defer {
    note(1);
    defer note(2);
    defer {
      note(3);
      defer note(4);
      note(5);
    }
    note(6);
  }
  defer note(7);
  note(8);
}
// CHECK: nested(): 8 7 1 6 3 5 4 2

/* The block's own `if`, loop and variables. */
static void loops(int n) {
  defer {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      defer note(10 + i);
      int twice = 2 * i;
      defer { note(twice); }
      sum += i;
    }
    defer { note(sum); }
    note(99);
    if (n > 2)
      defer note(50);
  }
  n++;
}
// CHECK-NEXT: loops(2): 99 50 3 4 12 2 11 0 10

/* Variables of every frame around, seen and changed. */
static int outer(int p) {
  defer_result int r = 0;
  int a = 1;
  defer {
    int b = 2;
    defer {
      int c = 3;
      defer {
        r += a * 1000 + b * 100 + c * 10 + p;
        a = b = c = 9;
      }
      c += 1;
    }
    b += 2;
    a += 2;
  }
  a += 2;
  p++;
  return 0;
}
// CHECK-NEXT: outer(4): = 5445

/* In a loop, by each iteration's own variable. */
static void in_loop(void) {
  for (int i = 0; i < 3; i++) {
    int mine = i;
    defer {
      defer note(mine);
      defer {
        mine += 10;
        defer { note(mine); }
      }
    }
  }
}
// CHECK-NEXT: in_loop(): 12 2 11 1 10 0

/* Frozen by the inner statement, when it executes. */
static void frozen(void) {
  int v = 1;
  defer note(v);
  defer {
    defer note(v);
    v = 3;
    defer note(v);
    v = 4;
  }
  v = 2;
}
// CHECK-NEXT: frozen(): 3 2 1

/* The block's panic runs what the block deferred, and the block recovers. */
static void panics(void) {
  defer note(1);
  defer {
    defer note(2);
    defer {
      const defer_panic_info *p = defer_recover();
      word(p ? p->message : "none");
      defer note(3);
    }
    defer note(4);
    defer_panicf("inner");
  }
  note(5);
}
// CHECK-NEXT: panics(): 5 4 inner 3 2 1

static int helper_in_block(int n) {
  defer note(n);
  return n + 1;
}
static void block_calls(void) {
  defer {
    defer note(1);
    note(helper_in_block(5));
  }
}
// CHECK-NEXT: block_calls(): 5 6 1

int main(void) {
  TRY(nested());
  TRY(loops(2));
  TRY_INT(outer(4));
  TRY(in_loop());
  TRY(frozen());
  TRY(panics());
  TRY(block_calls());
}
// CHECK-NOT: {{.}}
