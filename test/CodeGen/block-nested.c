// D9: a deferred block is a function of its own as far as defer goes.
//
// RUN: %emit -O0 %s | FileCheck %s

void f(int);

// CHECK-LABEL: define dso_local void @t(
// CHECK:         call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @t.defer.0,
// CHECK-NOT:     @t.defer.1
// CHECK:         ret void

// CHECK-LABEL: define internal void @t.defer.0(
// CHECK:         call zeroext i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr noundef null)
// CHECK:         call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @t.defer.1,
// CHECK:         call void @f(i32 noundef 1)
// CHECK:         call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK:         ret void

// CHECK-LABEL: define internal void @t.defer.1(
// CHECK:         call void @f(i32 noundef 2)
void t(void) {
  __builtin_defer {
    __builtin_defer { f(2); }
    f(1);
  }
}
