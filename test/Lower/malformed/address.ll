; Section 4.1: an intrinsic has no address.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: 'defer.run.needs_fpass_plugin_LowerDefer_so' may only be called, directly: {{.*}}store ptr @defer.run.needs_fpass_plugin_LowerDefer_so
define void @f() {
  store ptr @defer.run.needs_fpass_plugin_LowerDefer_so, ptr null
  ret void
}

declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
