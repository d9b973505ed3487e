; Section 4.1: sizes are constants, for the context may be copied into a record.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: size and alignment must be constants: {{.*}}call void @defer.call.needs_fpass_plugin_LowerDefer_so{{.*}}(ptr @first, ptr null, i64 %n, i64 1)
define void @f(i64 %n) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 %n, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
