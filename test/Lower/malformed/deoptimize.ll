; 4.5: an intrinsic that may unwind and that nobody may invoke.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f{{.*}}a function that defers cannot call an intrinsic that may unwind and has no pad:   call void (i1, ...) @llvm.experimental.guard
define void @f(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  call void (i1, ...) @llvm.experimental.guard(i1 %c) [ "deopt"() ]
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @llvm.experimental.guard(i1, ...)
declare void @thunk(ptr, ptr)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
