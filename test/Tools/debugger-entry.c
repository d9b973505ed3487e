// D1: a breakpoint on a function that defers stops at its first statement, as without
// defer, and not at its closing brace.
//
// REQUIRES: gdb
// RUN: %defer-cc -g -O0 %s -o %t
// RUN: gdb -batch -nx -iex 'set debuginfod enabled off' -ex 'break first' -ex run %t \
// RUN:   2>&1 | FileCheck %s
//
// CHECK: Breakpoint 1, first (n=3)
// CHECK-NEXT: int local = n;

#include <defer.h>

static int count;
static int first(int n) {
  int local = n;
  defer { count += local; }
  return local;
}

int main(void) { return first(3) != 3; }
