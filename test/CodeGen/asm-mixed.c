// Rules: 4.4
// Records for the loop's site only; those before and after it are calls in place. The
// loop calls nothing while the newest chunk has room.
//
// REQUIRES: x86_64
// RUN: %clang-defer -O2 -S -o - %s | FileCheck %s

void a(int), b(int), c(int), work(int);

// CHECK-LABEL: t:
// CHECK-NOT:     {{callq}}
// CHECK:         callq work
// CHECK-NOT:     {{callq}}
// CHECK:         callq c
// CHECK-NOT:     {{callq}}
// CHECK:         callq __defer_drain
// CHECK-NOT:     {{callq}}
// CHECK:         callq a
// CHECK-NOT:     {{callq}}
// CHECK:         retq
// CHECK:         callq __defer_allocate
void t(int n) {
  __builtin_defer a(n);
  for (int i = 0; i < n; i++)
    __builtin_defer b(i);
  __builtin_defer c(n);
  work(n);
}
