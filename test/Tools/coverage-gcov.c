// D3, D5: gcov counts the lines of a deferred block as often as it ran, in a loop or not,
// and on a panic.
//
// RUN: rm -rf %t.dir && mkdir %t.dir && cd %t.dir
// RUN: %defer-cc -O0 --coverage -c %s -o t.o && %defer-cc --coverage t.o -o t && %run ./t
// RUN: llvm-cov gcov -t t.gcda | FileCheck %s
// RUN: %defer-cc -O2 --coverage -c %s -o t.o && %defer-cc --coverage t.o -o t
// RUN: rm t.gcda && %run ./t && llvm-cov gcov -t t.gcda | FileCheck %s
//
// CHECK: {{^ +}}2:{{.*}}static void add
// CHECK: {{^ +}}1:{{.*}}count += 2;
// CHECK: {{^ +}}10:{{.*}}count += each;
// CHECK: {{^ +}}5:{{.*}}if (n > 2)
// CHECK: {{^ +}}3:{{.*}}return;
// CHECK: {{^ +}}5:{{.*}}if (defer_recover())
// CHECK: {{^ +}}1:{{.*}}count += 1000;
// CHECK: {{^ +}}5:{{.*}}f(n);

#include <defer.h>

static int count;
static void add(int n) { count += n; }

static void f(int n) {
  if (n == 2)
    defer {
      count += 2;
    }
  for (int i = 0; i < n; i++) {
    int each = i;
    defer {
      count += each;
    }
  }
  if (n > 2)
    defer add(100);
  if (n == 4)
    defer_panicf("%d", n);
  if (n > 0)
    return;
  count++;
}

static void g(int n) {
  defer {
    if (defer_recover())
      count += 1000;
  }
  f(n);
}

int main(void) {
  for (int i = 0; i < 5; i++)
    g(i);
  return count != 1213;
}
