; Section 4.1, E5: deferred calls would have to run after it.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: a function that defers cannot have a musttail call: its deferred calls run after it: {{.*}}musttail call void @f()
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  musttail call void @f()
  ret void
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
