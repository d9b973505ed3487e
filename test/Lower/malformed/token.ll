; 4.1: a token cannot be in memory, as what is kept past one of several runs is.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f{{.*}}a token cannot be kept past one of several defer.runs:   %t = call token
define void @f() {
entry:
  %t = call token @llvm.experimental.convergence.anchor()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  call void @work() [ "convergencectrl"(token %t) ]
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare token @llvm.experimental.convergence.anchor()
declare void @work() convergent
declare void @thunk(ptr, ptr)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
