; Section 4.1: a pad yields an exception and a selector.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}resume { i64, i32 } %p
define void @f() personality ptr @__gcc_personality_v0 {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  invoke void @work()
      to label %exit unwind label %pad

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void

pad:
  %p = landingpad { i64, i32 } cleanup
  resume { i64, i32 } %p
}

declare void @work()
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare i32 @__gcc_personality_v0(...)
