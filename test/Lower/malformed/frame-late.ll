; Section 4.1: the frame begins once.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: defer.frame must be executed once, before anything is deferred: {{.*}}%again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so
define void @f() {
  br label %late

late:
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %again, label %out, label %late

out:
  ret void
}

declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
