; Section 4.1: one frame, one place to go on.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: a function has one defer.frame at most: {{.*}}%b = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so
define void @f() {
  %a = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  %b = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %a, label %out, label %out

out:
  ret void
}

declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
