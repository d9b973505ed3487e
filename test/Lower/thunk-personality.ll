; Rules: 4.5
; A thunk that has a personality of another language keeps it, and stays a function.
; C's is the same as ours, as far as it goes.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @f()
; CHECK:         call void @cxx(ptr null, ptr null)
; CHECK-NOT:     @c(ptr
; CHECK:       define internal void @cxx(ptr %context, ptr %exception) personality ptr @__gxx_personality_v0
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @cxx, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @c, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @cxx(ptr %context, ptr %exception) personality ptr @__gxx_personality_v0 {
  invoke void @work()
      to label %exit unwind label %pad

exit:
  ret void

pad:
  %p = landingpad { ptr, i32 } catch ptr null
  ret void
}

define internal void @c(ptr %context, ptr %exception) personality ptr @__gcc_personality_v0 {
  invoke void @work()
      to label %exit unwind label %pad

exit:
  ret void

pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @cleanup()
  resume { ptr, i32 } %p
}

declare void @work()
declare void @cleanup() nounwind
declare i32 @__gcc_personality_v0(...)
declare i32 @__gxx_personality_v0(...)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
