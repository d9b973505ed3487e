; Section 4.1: a frame that moves.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: a coroutine cannot defer
define void @f() presplitcoroutine {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
