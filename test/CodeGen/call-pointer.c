// D4, D8: a callee that is a value is kept as the first of the context, and
// whether it is null is asked when the call runs. The panic then says where the
// defer statement stands.
//
// RUN: %emit -O0 %s | FileCheck %s

// CHECK: %struct.defer.context = type { ptr, i32 }
// CHECK-DAG: [[FILE:@.+]] = private {{.*}} c"{{.*}}call-pointer.c\00"
// CHECK-DAG: [[FUNCTION:@.+]] = private {{.*}} c"t\00"

// CHECK-LABEL: define dso_local void @t(
// CHECK-NOT:     icmp
// CHECK:         call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @t.defer.0
// CHECK:         ret void

// CHECK-LABEL: define internal void @t.defer.0(
// CHECK:         [[A0:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr {{.*}}, i32 0, i32 0
// CHECK-NEXT:    [[CALLEE:%.+]] = load ptr, ptr [[A0]]
// CHECK-NEXT:    [[OK:%.+]] = icmp ne ptr [[CALLEE]], null
// CHECK-NEXT:    br i1 [[OK]], label %[[CALL:.+]], label %[[NULL:.+]]
// CHECK:       [[NULL]]:
// CHECK-NEXT:    call void @__defer_null_call(ptr noundef [[FILE]], i64 noundef [[#@LINE+3]], ptr noundef [[FUNCTION]])
// CHECK-NEXT:    unreachable
// CHECK:       [[CALL]]:
void t(void (*p)(int), int n) { __builtin_defer p(n); }
