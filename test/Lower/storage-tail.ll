; Rules: 4.7
; Storage that becomes an alloca may have been given to tail calls before, which
; must not see the frame's memory.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='tail call void @use'

; CHECK-LABEL: define void @f(
; CHECK:         [[K:%.+]] = alloca [4 x i8]
; CHECK:         call void @use(ptr [[K]])
define void @f(i1 %c, i1 %d) {
entry:
  %context = alloca ptr
  br label %loop

loop:
  %k = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 4, i64 4)
  tail call void @use(ptr %k)
  br i1 %c, label %found, label %next

found:
  store ptr %k, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr %context, i64 8, i64 8)
  br label %exit

next:
  br i1 %d, label %loop, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @use(ptr)
declare void @thunk(ptr, ptr)
declare ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64, i64)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
