; Section 4.1: a right declaration, called as something else.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}'defer.call.needs_fpass_plugin_LowerDefer_so' {{.*}}call void @defer.call.needs_fpass_plugin_LowerDefer_so
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
