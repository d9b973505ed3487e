; Section 4.1: zero is no alignment.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: size or alignment is out of range: {{.*}}@defer.storage.needs_fpass_plugin_LowerDefer_so{{.*}}i64 0)
define void @f() {
  %v = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 4, i64 0)
  ret void
}

declare ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64, i64)
