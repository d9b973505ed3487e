; Section 4.1: a call through null is for the thunk to find out, not the thunk itself.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: the thunk must not be null: {{.*}}call void @defer.call.needs_fpass_plugin_LowerDefer_so
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr null, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
