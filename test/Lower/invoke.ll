; Section 4.1: defer.call and defer.frame may have become invokes; they do not throw.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @f()
; CHECK:         call void @first(ptr null, ptr null)
define void @f() personality ptr @__gcc_personality_v0 {
entry:
  invoke void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
      to label %exit unwind label %pad

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void

pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
}

declare i32 @__gcc_personality_v0(...)
declare void @first(ptr, ptr) nounwind
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
