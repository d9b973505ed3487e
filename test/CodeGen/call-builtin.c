// D4: Clang's builtins are calls; what they take by reference is not copied.
//
// RUN: %emit -O0 %s | FileCheck %s

void use(int);

// CHECK-LABEL: define internal void @t.defer.0(
// CHECK-NOT:     __defer_arm
// CHECK:         call void @llvm.va_end{{.*}}(ptr
void t(int n, ...) {
  __builtin_va_list ap;
  __builtin_va_start(ap, n);
  __builtin_defer __builtin_va_end(ap);
  use(__builtin_va_arg(ap, int));
}

// CHECK-LABEL: define internal void @u.defer.0(
// CHECK:         store atomic i32 {{.*}} seq_cst
void u(_Atomic int *p, int n) {
  __builtin_defer __c11_atomic_store(p, n, __ATOMIC_SEQ_CST);
}
