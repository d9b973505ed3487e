; D3, 4.3: what cannot be reached defers nothing.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='void @never(ptr null'

; CHECK-LABEL: define void @f()
; CHECK:         ret void
define void @f() {
entry:
  br label %exit

dead:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @never, ptr null, i64 0, i64 1)
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @"never"(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
