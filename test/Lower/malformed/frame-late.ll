; Section 4.1: the frame begins where the function does.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: defer.frame must stand in the entry block: {{.*}}%again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so
define void @f() {
  br label %late

late:
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %again, label %out, label %out

out:
  ret void
}

declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
