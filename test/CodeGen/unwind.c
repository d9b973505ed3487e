// P1: every C function can be unwound through, whatever the command line says.
//
// RUN: %emit -O0 %s | FileCheck %s
// RUN: %emit -O0 -fno-exceptions -fno-asynchronous-unwind-tables -fno-unwind-tables %s | FileCheck %s
// RUN: %emit -O2 -Xclang -disable-llvm-passes %s | FileCheck %s

void g(void);

// CHECK: define dso_local void @t() [[T:#[0-9]+]]
// CHECK: call void @g(){{$}}
void t(void) { g(); }

// CHECK-NOT: attributes [[T]] = {{.*}}nounwind
// CHECK: attributes [[T]] = {{.*}} uwtable
// CHECK-NOT: nounwind
