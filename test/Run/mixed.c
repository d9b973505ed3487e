/* Rules: D2, D3, D6, P1, P4
 * Sites in loops beside sites that run once.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

/* `at` says where to leave, and how: by a panic if negative. */
static void leave(int *at) {
  if (*at == -1)
    defer_panicf("leave");
}

static int mixed(int at) {
  defer_result int r = 0;
  defer note(1);
  defer {
    if (defer_recover()) {
      word("recovered");
      r = -1;
    }
  }
  leave(&(int){at == -10 ? -1 : 0});
  if (at == 10)
    return 10;
  for (int i = 0; i < 2; i++) {
    defer note(20 + i);
    if (at == 20 + i)
      return at;
    leave(&(int){at == -20 - i ? -1 : 0});
  }
  defer note(3);
  if (at == 30)
    return at;
  leave(&(int){at == -30 ? -1 : 0});
  if (id(at) % 2 == 0)
    defer note(4);
  int k = 0;
again:
  defer note(50 + k);
  leave(&(int){at == -50 - k ? -1 : 0});
  if (++k < 2)
    goto again;
  defer note(6);
  do {
    if (id(at) % 2)
      defer note(70);
    leave(&(int){at == -70 ? -1 : 0});
  } while (0);
  while (k-- > 0)
    defer note(80 + k);
  defer note(9);
  leave(&(int){at == -90 ? -1 : 0});
  return 99;
}
// CHECK: mixed(0): 9 80 81 6 51 50 4 3 21 20 1 = 99
// CHECK-NEXT: mixed(1): 9 80 81 70 6 51 50 3 21 20 1 = 99
// CHECK-NEXT: mixed(10): 1 = 10
// CHECK-NEXT: mixed(20): 20 1 = 20
// CHECK-NEXT: mixed(21): 21 20 1 = 21
// CHECK-NEXT: mixed(30): 3 21 20 1 = 30
// CHECK-NEXT: mixed(-10): recovered 1 = -1
// CHECK-NEXT: mixed(-20): 20 recovered 1 = -1
// CHECK-NEXT: mixed(-21): 21 20 recovered 1 = -1
// CHECK-NEXT: mixed(-30): 3 21 20 recovered 1 = -1
// CHECK-NEXT: mixed(-50): 50 4 3 21 20 recovered 1 = -1
// CHECK-NEXT: mixed(-51): 51 50 3 21 20 recovered 1 = -1
// CHECK-NEXT: mixed(-70): 6 51 50 4 3 21 20 recovered 1 = -1
// CHECK-NEXT: mixed(-90): 9 80 81 6 51 50 4 3 21 20 recovered 1 = -1

/* A site between two loops of one loop is in a cycle as well. */
static void between(int n) {
  defer note(0);
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < 2; j++)
      defer note(100 + 10 * i + j);
    defer note(200 + i);
    for (int j = 0; j < 2; j++)
      defer note(300 + 10 * i + j);
    if (i == n - 1)
      defer note(400);
  }
  defer note(1);
}
// CHECK-NEXT: between(2): 1 400 311 310 201 111 110 301 300 200 101 100 0

/* The site is in the loop's block, but after it the loop is left. */
static void last_in_loop(int n) {
  defer note(0);
  for (int i = 0; i < 5; i++) {
    defer note(10 + i);
    if (i == n) {
      defer note(20);
      defer note(21);
      break;
    }
    if (i == n + 1) {
      defer note(30);
      return;
    }
  }
  defer note(1);
}
// CHECK-NEXT: last_in_loop(0): 1 21 20 10 0
// CHECK-NEXT: last_in_loop(2): 1 21 20 12 11 10 0
// CHECK-NEXT: last_in_loop(-1): 30 10 0
// CHECK-NEXT: last_in_loop(9): 1 14 13 12 11 10 0

/* Two loops, one or the other. */
static void either(int n) {
  if (n & 1)
    for (int i = 0; i < 2; i++)
      defer note(10 + i);
  else
    for (int i = 0; i < 2; i++)
      defer note(20 + i);
  if (n & 2)
    defer note(3);
  else
    while (n-- > 0)
      defer note(40 + n);
}
// CHECK-NEXT: either(0): 21 20
// CHECK-NEXT: either(1): 40 11 10
// CHECK-NEXT: either(2): 3 21 20
// CHECK-NEXT: either(3): 3 11 10
// CHECK-NEXT: either(4): 40 41 42 43 21 20

/* A deferred call of a loop panics; those of the loop and those before it run. */
static void loop_panics(void) {
  defer { word(defer_recover() ? "recovered" : "none"); }
  defer note(1);
  for (int i = 0; i < 4; i++) {
    defer note(i * 10);
    if (i % 2)
      defer defer_panicf("%d", i);
    defer { note(7); }
  }
  defer note(2);
}
// CHECK-NEXT: loop_panics(): 2 7 30 7 20 7 10 7 0 1 recovered

int main(void) {
  TRY_INT(mixed(0));
  TRY_INT(mixed(1));
  TRY_INT(mixed(10));
  TRY_INT(mixed(20));
  TRY_INT(mixed(21));
  TRY_INT(mixed(30));
  TRY_INT(mixed(-10));
  TRY_INT(mixed(-20));
  TRY_INT(mixed(-21));
  TRY_INT(mixed(-30));
  TRY_INT(mixed(-50));
  TRY_INT(mixed(-51));
  TRY_INT(mixed(-70));
  TRY_INT(mixed(-90));
  TRY(between(2));
  TRY(last_in_loop(0));
  TRY(last_in_loop(2));
  TRY(last_in_loop(-1));
  TRY(last_in_loop(9));
  TRY(either(0));
  TRY(either(1));
  TRY(either(2));
  TRY(either(3));
  TRY(either(4));
  TRY(loop_panics());
}
// CHECK-NOT: {{.}}
