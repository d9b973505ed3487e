; 4.1: a pad that catches would end a panic: our tables have cleanups only.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f{{.*}}a landing pad of a function that defers must not catch what it does not end the program for:   %p = landingpad
define void @f() personality ptr @__gcc_personality_v0 {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  invoke void @work()
      to label %exit unwind label %pad

pad:
  %p = landingpad { ptr, i32 } cleanup catch ptr null
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @thunk(ptr, ptr)
declare i32 @__gcc_personality_v0(...)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
