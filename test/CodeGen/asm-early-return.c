// Section 4.3: returns before, between and after the sites: no bit at all.
//
// REQUIRES: x86_64
// RUN: %clang-defer -O2 -S -o - %s | FileCheck %s
// RUN: %clang-defer -O2 -g -mllvm -verify-machineinstrs -c -o /dev/null %s

int ask(int);
void a(int), b(int);

// CHECK-LABEL: t:
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)}}
// CHECK:         callq ask
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|callq}}
// CHECK:         testl %eax, %eax
// CHECK-NEXT:    je
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|callq}}
// CHECK:         callq ask
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|callq}}
// CHECK:         testl %eax, %eax
// CHECK-NEXT:    je
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         callq b
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         jmp a@PLT {{.*}}TAILCALL
void t(int n) {
  if (!ask(1))
    return;
  __builtin_defer a(n);
  if (!ask(2))
    return;
  __builtin_defer b(n);
}
