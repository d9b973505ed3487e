// D1, D13: what changes the code of a function holds for what was written in it.
//
// REQUIRES: x86_64
// RUN: %emit -O1 -Xclang -disable-llvm-passes -fsanitize=address %s | FileCheck %s

void f(int);

// CHECK: define internal void @target.defer.0({{.*}} [[TARGET:#[0-9]+]]
__attribute__((target("avx2"))) void target(int n) {
  __builtin_defer { f(n); }
}
// CHECK: define internal void @sanitize.defer.0({{.*}} [[SANITIZE:#[0-9]+]]
__attribute__((no_sanitize("address"))) void sanitize(int n) {
  __builtin_defer { f(n); }
}
// CHECK: define internal void @optnone.defer.0({{.*}} [[OPTNONE:#[0-9]+]]
__attribute__((optnone)) void optnone(int n) {
  __builtin_defer { f(n); }
}
// CHECK: attributes [[TARGET]] = {{.*}} sanitize_address {{.*}}"target-features"="{{.*}}+avx2
// CHECK-NOT: attributes [[SANITIZE]] = {{.*}} sanitize_address
// CHECK: attributes [[OPTNONE]] = { {{.*}}optnone
