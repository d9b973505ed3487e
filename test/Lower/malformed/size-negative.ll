; Section 4.1: a size that cannot be.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: size or alignment is out of range: {{.*}}call void @defer.call.needs_fpass_plugin_LowerDefer_so{{.*}}i64 -1
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 -1, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
