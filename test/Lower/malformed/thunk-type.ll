; Section 4.1: a thunk takes a context and an exception and returns nothing.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}thunk{{.*}}call void @defer.call.needs_fpass_plugin_LowerDefer_so
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare i32 @thunk(i32)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
