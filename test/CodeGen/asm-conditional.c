// Rules: 4.3
// A conditional defer keeps one bit, in a register, and tests it once. The site
// that surely ran keeps none.
//
// REQUIRES: x86_64
// RUN: %clang-defer -O2 -S -o - %s | FileCheck %s

int ask(void);
void a(int), b(int), work(int);

// CHECK-LABEL: t:
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)}}
// CHECK:         callq ask
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|callq}}
// CHECK:         callq work
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|callq}}
// CHECK:         {{test|cmp}}
// CHECK-NEXT:    j{{.+}} .LBB0_[[A:[0-9]+]]
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         callq b
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:       .LBB0_[[A]]:
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|test|cmp|[[:space:]]j}}
// CHECK:         jmp a@PLT {{.*}}TAILCALL
void t(int n) {
  __builtin_defer a(n);
  if (ask())
    __builtin_defer b(n);
  work(n);
}
