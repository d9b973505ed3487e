// D5: a block's context holds the addresses of the variables that it uses, once
// each, and of no others.
//
// RUN: %emit -O0 %s | FileCheck %s

int global;
void f(int);

// CHECK: %struct.defer.context = type { ptr, ptr }

// CHECK-LABEL: define dso_local void @t(i32 noundef %n, i32 noundef %other)
// CHECK:         [[A0:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr %defer.context, i32 0, i32 0
// CHECK-NEXT:    store ptr %n.addr, ptr [[A0]]
// CHECK:         [[A1:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr %defer.context, i32 0, i32 1
// CHECK-NEXT:    store ptr %local, ptr [[A1]]
// CHECK-NEXT:    call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @t.defer.0, ptr noundef %defer.context, i64 noundef 16, i64 noundef 8)

// CHECK-LABEL: define internal void @t.defer.0(ptr noundef %0, ptr noundef %1)
// CHECK-NOT:     @__defer_
// CHECK:         load i32, ptr @global
// CHECK:         call void @f(
// CHECK:         ret void
void t(int n, int other) {
  int local = other;
  __builtin_defer {
    f(n + local + global);
    n++;
  }
}
