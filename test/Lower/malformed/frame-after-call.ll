; Rules: 4.1
; What was deferred before the frame would be pending again after a recovered panic.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}defer.frame
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %again, label %exit, label %body

body:
  call void @work()
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @first(ptr, ptr)
declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
