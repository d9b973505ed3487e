// D10: a deferred call that never returns says nothing of the code after the
// statement.
//
// RUN: %emit -O0 %s | FileCheck %s

_Noreturn void die(int);
void after(void);

// CHECK-LABEL: define dso_local i32 @t(
// CHECK:         call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @t.defer.0,
// CHECK-NEXT:    call void @after()
// CHECK:         call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK:         ret i32
// CHECK-LABEL: define internal void @t.defer.0(
// CHECK:         call void @die(i32 noundef 1)
// CHECK-NEXT:    unreachable
int t(void) {
  __builtin_defer die(1);
  after();
  return 0;
}
