// P3: in a panic the callee is told that it may recover, and nobody else.
//
// RUN: %emit -O0 %s | FileCheck %s

void g(void);

// CHECK-LABEL: define internal void @t.defer.0(ptr noundef %0, ptr noundef %1)
// CHECK:         store ptr %1, ptr [[EXCEPTION:%.+]],
// CHECK:         [[E:%.+]] = load ptr, ptr [[EXCEPTION]]
// CHECK-NEXT:    [[PANICS:%.+]] = icmp ne ptr [[E]], null
// CHECK-NEXT:    br i1 [[PANICS]], label %[[ARM:.+]], label %[[CALL:.+]]
// CHECK:       [[ARM]]:
// CHECK-NEXT:    [[E:%.+]] = load ptr, ptr [[EXCEPTION]]
// CHECK-NEXT:    call void @__defer_arm(ptr noundef @g, ptr noundef [[E]])
// CHECK-NEXT:    br label %[[CALL]]
// CHECK:       [[CALL]]:
// CHECK-NEXT:    call void @g()
// CHECK-NEXT:    ret void
void t(void) { __builtin_defer g(); }
