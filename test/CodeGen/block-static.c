// D13: a static variable of a block is one object.
//
// RUN: %emit -O0 %s | FileCheck %s --implicit-check-not='= internal global'
// RUN: %clang-defer -S -emit-llvm -O2 -o - %s | FileCheck %s --implicit-check-not='= internal global'

void f(int);

// CHECK: @t.count = internal {{.*}}global i32 0
void t(int n) {
  while (n--)
    __builtin_defer {
      static int count;
      f(count++);
    }
  __builtin_defer f(n);
}
