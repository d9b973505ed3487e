// Section 4.3: three straight-line defers: the normal path is three calls. No call into the
// run-time, no flag, no record, no store.
//
// REQUIRES: x86_64
// RUN: %clang-defer -O2 -S -o - %s | FileCheck %s

void a(int), b(int), c(int), work(int);

// CHECK-LABEL: t:
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         callq work
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         callq c
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         callq b
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         callq a
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         retq
int t(int n) {
  __builtin_defer a(n);
  __builtin_defer b(n);
  __builtin_defer c(n);
  work(n);
  return n;
}
