; Section 4.1: an intrinsic as the thunk of another.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: 'defer.run.needs_fpass_plugin_LowerDefer_so' may only be called, directly: {{.*}}call void @defer.call.needs_fpass_plugin_LowerDefer_so
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @defer.run.needs_fpass_plugin_LowerDefer_so, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
