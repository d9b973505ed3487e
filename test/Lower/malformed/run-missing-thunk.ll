; Section 4.1: a thunk that defers is a function as any other.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function thunk {{.*}}: deferred calls may be pending at this return
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @thunk(ptr %context, ptr %exception) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  ret void
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
