// D4: a struct is kept whole, and passed by the callee's own convention.
//
// REQUIRES: x86_64
// RUN: %emit -O0 %s | FileCheck %s

struct big {
  int a[10];
};
struct small {
  float x, y;
};
struct big f(struct big, struct small);

// CHECK: %struct.defer.context = type { %struct.big, %struct.small }

// CHECK-LABEL: define dso_local void @t(
// CHECK:         [[A0:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context, ptr %defer.context, i32 0, i32 0
// CHECK-NEXT:    call void @llvm.memcpy.p0.p0.i64(ptr align {{.*}} [[A0]], ptr align {{.*}} %b, i64 40, i1 false)
// CHECK:         call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @t.defer.0, ptr noundef %defer.context, i64 noundef 48, i64 noundef 4)

// CHECK-LABEL: define internal void @t.defer.0(
// CHECK:         call void @f(ptr {{.*}}sret(%struct.big){{.*}}, ptr noundef byval(%struct.big) {{.*}}, <2 x float> {{.*}})
void t(struct big b, struct small s) { __builtin_defer f(b, s); }
