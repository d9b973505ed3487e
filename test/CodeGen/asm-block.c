// Section 4.3: a block with captures is no worse: the variable need not be in memory on the
// normal path.
//
// REQUIRES: x86_64
// RUN: %clang-defer -O2 -S -o - %s | FileCheck %s

void work(int), done(int);

// CHECK-LABEL: t:
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         callq work
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         jmp done@PLT {{.*}}TAILCALL
void t(int n) {
  __builtin_defer { done(n); }
  work(n++);
}
