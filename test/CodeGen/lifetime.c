// D5: a variable of an inner scope lives until deferred code has run: at no
// level is LLVM told that it dies at the scope's end.
//
// RUN: %emit -O2 -Xclang -disable-llvm-passes %s | FileCheck %s

void f(int), h(char *);

// CHECK-LABEL: define dso_local void @t(
// CHECK-NOT:     call void @llvm.lifetime.end{{.*}}%k)
// CHECK-NOT:     call void @llvm.lifetime.end{{.*}}%path)
// CHECK:         ret void
void t(int n) {
  if (n) {
    int k = n;
    __builtin_defer { f(k); }
  }
  if (n > 1) {
    char path[64];
    __builtin_defer h(path);
  }
}
