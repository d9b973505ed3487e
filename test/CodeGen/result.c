// D7: `return e` stores to the result variable; it is read after the deferred
// calls have run. The variable begins as zero.
//
// RUN: %emit -O0 %s | FileCheck %s

#include <defer.h>

// CHECK-LABEL: define dso_local i32 @t(i32 noundef %a, i32 noundef %b)
// CHECK:         %sum = alloca i32
// CHECK:         store i32 0, ptr %sum
// CHECK-NEXT:    call zeroext i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr noundef %sum)
// CHECK:         store i32 7, ptr %sum
// CHECK:         call void @defer.call.needs_fpass_plugin_LowerDefer_so(
// CHECK:         [[VALUE:%.+]] = add nsw i32
// CHECK-NEXT:    store i32 [[VALUE]], ptr %sum
// CHECK-NEXT:    br label %defer.exit
// CHECK:       defer.exit:
// CHECK-NEXT:    call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK:       defer.recovered:
// CHECK-NEXT:    [[RESULT:%.+]] = load i32, ptr %sum
// CHECK-NEXT:    ret i32 [[RESULT]]
int t(int a, int b) {
  defer_result int sum = 7;
  defer { sum++; }
  return a + b;
}

// Without one there is a variable that deferred code cannot see.
//
// CHECK-LABEL: define dso_local i32 @u(
// CHECK:         store i32 0, ptr %defer.result
// CHECK-NEXT:    call zeroext i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr noundef %defer.result)
// CHECK:         call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK:         [[RESULT:%.+]] = load i32, ptr %defer.result
// CHECK-NEXT:    ret i32 [[RESULT]]
int u(int n) {
  defer { n++; }
  return n;
}

// A result variable alone makes no difference to the code but that.
//
// CHECK-LABEL: define dso_local i32 @v(
// CHECK-NOT:     @defer.call
// CHECK:         load i32, ptr %result
// CHECK-NEXT:    ret i32
int v(int n) {
  defer_result int result = n;
  return 3;
}
