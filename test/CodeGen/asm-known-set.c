// Rules: 4.5
// What is pending is known at each call: nothing is stored for the landing pad.
//
// REQUIRES: x86_64
// RUN: %clang-defer -O2 -S -o - %s | FileCheck %s

void a(int), b(int), work(int);

// CHECK-LABEL: t:
// CHECK:         callq work
// CHECK-NEXT:    {{.Ltmp[0-9]+:|# %bb}}
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|\(%rip\)|movb|movl \$1}}
// CHECK:         movl $2, %edi
// CHECK-NEXT:    callq work
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|\(%rip\)|movb|movl \$1}}
// CHECK:         movl $3, %edi
// CHECK-NEXT:    callq work
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|\(%rip\)|movb|movl \$1}}
// CHECK:         callq b
// CHECK-NOT:     {{callq __defer_|\(%rsp\)|\(%rbp\)|\(%rip\)|movb|movl \$1}}
// CHECK:         jmp a@PLT {{.*}}TAILCALL
void t(int n) {
  __builtin_defer a(n);
  work(1);
  work(2);
  __builtin_defer b(n);
  work(3);
}
