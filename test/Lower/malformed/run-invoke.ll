; Section 4.1: deferred calls unwind to pads that the pass makes.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}invoke void @defer.run.needs_fpass_plugin_LowerDefer_so
define void @f() personality ptr @__gcc_personality_v0 {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  invoke void @defer.run.needs_fpass_plugin_LowerDefer_so()
      to label %exit unwind label %pad

exit:
  ret void

pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare i32 @__gcc_personality_v0(...)
