// Section 4.3: the same on the other architecture.
//
// RUN: %clang-defer --target=aarch64-linux-gnu -ffreestanding -O2 -S -o - %s | FileCheck %s

void a(int), b(int), work(int);

// CHECK-LABEL: t:
// CHECK-NOT:     {{bl __defer_}}
// CHECK:         bl work
// CHECK-NOT:     {{bl __defer_|cmp|cbn?z|tbn?z}}
// CHECK:         bl b
// CHECK-NOT:     {{bl __defer_|cmp|cbn?z|tbn?z}}
// CHECK:         b a{{$}}
void t(int n) {
  __builtin_defer a(n);
  __builtin_defer b(n);
  work(n);
}
