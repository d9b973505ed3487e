// D4: variadic arguments are promoted before they are kept.
//
// RUN: %emit -O0 %s | FileCheck %s

int v(const char *, ...);

// CHECK: %struct.defer.context = type { i32, double }
// CHECK-LABEL: define internal void @t.defer.0(
// CHECK:         call i32 (ptr, ...) @v(ptr noundef @.str, i32 noundef {{.*}}, double noundef {{.*}})
void t(char c, float f) { __builtin_defer v("", c, f); }
