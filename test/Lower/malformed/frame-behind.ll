; Section 4.1: the frame begins before anything is deferred, on every way.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: defer.frame must be executed once, before anything is deferred: {{.*}}%again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so
define void @f(i1 %c) {
  br i1 %c, label %late, label %site

late:
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %again, label %out, label %site

site:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br label %out

out:
  ret void
}

declare void @th(ptr, ptr)
declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
