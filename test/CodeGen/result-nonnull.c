// P2: a function declared returns_nonnull has nothing to return after a panic
// that was recovered, unless its result variable has a value.
//
// RUN: %emit -O0 %s | FileCheck %s

void g(void);

// CHECK: @[[NAME:.+]] = private unnamed_addr constant [2 x i8] c"t\00"
// CHECK: @[[REASON:.+]] = private unnamed_addr constant {{.*}} c"is declared returns_nonnull\00"

// CHECK-LABEL: define dso_local nonnull ptr @t(
// CHECK:         call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK-NOT:     icmp
// CHECK:       defer.recovered:
// CHECK-NEXT:    [[RESULT:%.+]] = load ptr, ptr %defer.result
// CHECK-NEXT:    icmp ne ptr [[RESULT]], null
// CHECK:         call void @__defer_cannot_return(ptr noundef @[[NAME]], ptr noundef @[[REASON]])
// CHECK-NEXT:    unreachable
__attribute__((returns_nonnull)) int *t(int *p) {
  __builtin_defer g();
  return p;
}
