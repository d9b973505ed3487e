; Section 4.1: what defer.frame returns chooses where to go, and nothing else.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: the result of defer.frame must be the condition of its block's branch and nothing else: {{.*}}@defer.frame.needs_fpass_plugin_LowerDefer_so
define i1 @f() {
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %again, label %out, label %body

body:
  ret i1 false

out:
  ret i1 %again
}

declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
