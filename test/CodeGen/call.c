// D4: arguments are evaluated at the statement, converted to the parameters'
// types, and kept in the context; the thunk makes the call.
//
// RUN: %emit -O0 %s | FileCheck %s

void f(int i, double d, const char *s, char c);
int next(void);

// CHECK-LABEL: define dso_local void @t(
// CHECK:         %defer.context = alloca %struct.defer.context
// CHECK:         [[I:%.+]] = call i32 @next()
// CHECK:         [[A0:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr %defer.context, i32 0, i32 0
// CHECK-NEXT:    store i32 [[I]], ptr [[A0]]
// CHECK:         [[D:%.+]] = sitofp i32 {{.*}} to double
// CHECK:         [[A1:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr %defer.context, i32 0, i32 1
// CHECK-NEXT:    store double [[D]], ptr [[A1]]
// CHECK:         call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @t.defer.0, ptr noundef %defer.context, i64 noundef 16, i64 noundef 8)
void t(int n) { __builtin_defer f(next(), n, "text", 'c'); }

// What is constant is not kept.
//
// CHECK-LABEL: define internal void @t.defer.0(ptr noundef %0, ptr noundef %1)
// CHECK:         [[A0:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr {{.*}}, i32 0, i32 0
// CHECK-NEXT:    [[I:%.+]] = load i32, ptr [[A0]]
// CHECK:         [[A1:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr {{.*}}, i32 0, i32 1
// CHECK-NEXT:    [[D:%.+]] = load double, ptr [[A1]]
// CHECK-NEXT:    call void @f(i32 noundef [[I]], double noundef [[D]], ptr noundef @.str, i8 noundef signext 99)
// CHECK-NEXT:    ret void
