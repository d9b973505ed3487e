// D1, D3, D5, D7: -Og, which in LLVM 22 extends the lives of variables and parameters to the
// ends of their scopes: cleanups that every way out of a scope passes.
//
// RUN: %defer-cc %matrix-flags -g -Og %s -o %t && %run %t | FileCheck %s
// RUN: %defer-cc %matrix-flags -fno-lto -g -Og -c %s -o %t.o && %dwarfdump --verify %t.o
//
// CHECK: scopes 1 2 3 4 5 = 15
// CHECK: scopes recovered = -1
// CHECK: loop 3 1 0 = 2
// CHECK: loop 8 6 4 3 1 0 = 9

#include <defer.h>
#include <stdio.h>

static void print(int n) { printf(" %d", n); }

static int scopes(int n, int more) {
  defer_result int sum = n;
  defer {
    if (defer_recover()) {
      printf(" recovered");
      sum = -1;
    }
  }
  for (int i = 0; i < 9; i++) {
    int inner = i;
    if (i == more) {
      int innermost = sum;
      return innermost;
    }
    switch (inner) {
    case 0:
      if (n < 0)
        defer_panicf("%d", more);
      continue;
    default:
      print(inner);
      defer { sum += inner; }
    }
  }
  return 0;
}

static int loop(int n) {
  int i;
  for (i = 0; i <= n; i++) {
    int each = i;
    if (each == 2)
      continue;
    if (each == 5 || each == 7)
      continue;
    defer print(each);
    if (each == 9)
      goto out;
  }
out:
  return n < 4 ? n - 1 : i;
}

int main(void) {
  printf("scopes");
  printf(" = %d\n", scopes(0, 6));
  printf("scopes");
  printf(" = %d\n", scopes(-1, 6));
  printf("loop");
  printf(" = %d\n", loop(3));
  printf("loop");
  printf(" = %d\n", loop(8));
}
