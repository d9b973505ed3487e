// D7: a struct that is returned in memory lies there from the start, so that a
// block that changes it after `return` changes what is returned
// (llvm/llvm-project#100868).
//
// REQUIRES: x86_64
// RUN: %emit -O0 %s | FileCheck %s

#include <defer.h>

struct big {
  int a[10];
};
struct big make(void);

// CHECK-LABEL: define dso_local void @t(
// CHECK-SAME:    ptr {{.*}}sret(%struct.big) align 4 %[[RESULT:[^)]+]])
// CHECK:         call zeroext i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr noundef %[[RESULT]])
// CHECK:         [[A0:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr %defer.context, i32 0, i32 0
// CHECK-NEXT:    store ptr %[[RESULT]], ptr [[A0]]
// CHECK:         call void @make(ptr {{.*}}sret(%struct.big) align 4 [[VALUE:%.+]])
// CHECK-NEXT:    call void @llvm.memcpy.p0.p0.i64(ptr align 4 %[[RESULT]], ptr align 4 [[VALUE]], i64 40, i1 false)
// CHECK:         call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK-NOT:     memcpy
// CHECK:         ret void
struct big t(void) {
  defer_result struct big b;
  defer { b.a[1]++; }
  return make();
}
