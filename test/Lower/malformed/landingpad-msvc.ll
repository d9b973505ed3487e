; 4.1: funclets: the frames of another world.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f{{.*}}a function that defers cannot have the personality '__CxxFrameHandler3'
define void @f() personality ptr @__CxxFrameHandler3 {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  invoke void @work()
      to label %exit unwind label %pad

pad:
  %p = cleanuppad within none []
  cleanupret from %p unwind to caller

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @thunk(ptr, ptr)
declare i32 @__CxxFrameHandler3(...)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
