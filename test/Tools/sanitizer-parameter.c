// D5, P2: a sanitizer checks a parameter's array sizes before the frame begins.
//
// RUN: %defer-cc -O0 -fsanitize=undefined -fno-sanitize-recover=all %s -o %t && %run %t
// RUN: %defer-cc -O2 -fsanitize=undefined %s -o %t.2 && %run %t.2
// RUN: %defer-cc -O1 -fsanitize=undefined -fplugin-arg-defer-mode=record %s -o %t.1
// RUN: %run %t.1

#include <defer.h>

static int noted;
static void note(int n) { noted = noted * 10 + n; }

__attribute__((noinline)) static int sum(int n, int rows[n][n], int panics) {
  defer_result int r = 0;
  defer { r += defer_recover() ? 100 : rows[1][1]; }
  defer note(rows[0][0]);
  rows[0][0] = 9;
  rows[1][1]++;
  if (panics)
    defer_panicf("%d", n);
  return rows[0][0];
}

int main(void) {
  int rows[2][2] = {{1, 2}, {3, 4}};
  int returned = sum(2, rows, 0), recovered = sum(2, rows, 1);
  return returned == 9 + 5 && recovered == 100 && noted == 19 ? 0 : 1;
}
