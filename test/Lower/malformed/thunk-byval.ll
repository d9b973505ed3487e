; 4.1: a thunk that wants its context by value would find it elsewhere.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f{{.*}}the thunk must have C's calling convention and ordinary parameters:   call void @defer.call
define void @f() {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @thunk(ptr byval(i32), ptr)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
