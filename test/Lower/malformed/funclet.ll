; Section 4.1: pads of the other kind.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: a function that defers cannot have funclet pads: {{.*}}cleanuppad
define void @f() personality ptr @__gcc_personality_v0 {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  invoke void @work()
      to label %exit unwind label %pad

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void

pad:
  %p = cleanuppad within none []
  cleanupret from %p unwind to caller
}

declare void @work()
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare i32 @__gcc_personality_v0(...)
