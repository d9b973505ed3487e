; Section 4.1: an intrinsic is declared.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function defer.run{{.*}}: a defer intrinsic must not have a body
define void @defer.run.needs_fpass_plugin_LowerDefer_so() {
  ret void
}
