; 4.1: a variadic thunk.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f{{.*}}the thunk must be a void (ptr, ptr):   call void @defer.call
define void @f() {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @thunk(ptr, ptr, ...)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
