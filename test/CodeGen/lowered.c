// Rules: 4.1, 4.2
// Nothing is left of the intrinsics when the plugin lowers itself, at any level.
//
// RUN: %clang-defer -S -emit-llvm -O0 -o - %s | FileCheck %s
// RUN: %clang-defer -S -emit-llvm -O1 -o - %s | FileCheck %s
// RUN: %clang-defer -S -emit-llvm -O3 -o - %s | FileCheck %s
// RUN: %clang-defer -S -emit-llvm -Oz -o - %s | FileCheck %s
// RUN: %clang-defer -S -emit-llvm -O2 -flto -o - %s | FileCheck %s
// RUN: %clang-defer -S -emit-llvm -O2 -flto=thin -o - %s | FileCheck %s
// RUN: %clang-defer -S -emit-llvm -O0 -fplugin-arg-defer-mode=record -o - %s | FileCheck %s
// CHECK-NOT: needs_fpass_plugin
// CHECK: define {{.*}}@t({{.*}} personality ptr @__defer_personality_v0
// CHECK-NOT: needs_fpass_plugin

void f(int);

void t(int n) {
  __builtin_defer f(1);
  while (n--) {
    int k = n;
    __builtin_defer { f(k); }
  }
  f(2);
}
