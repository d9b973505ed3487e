; D5, 4.3: the context belongs to the deferred call until that has run, whatever was said of
; its scope; one that is copied into a record does not.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @f(
; CHECK-NOT:     call void @llvm.lifetime{{.*}}%open
; CHECK:         call void @llvm.lifetime.end{{.*}}%copied
; CHECK-NOT:     call void @llvm.lifetime{{.*}}%open
; CHECK:         ret void
define void @f(i1 %c) {
entry:
  %open = alloca i32
  %copied = alloca i32
  call void @llvm.lifetime.start.p0(i64 4, ptr %open)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr %open, i64 4, i64 4)
  call void @llvm.lifetime.end.p0(i64 4, ptr %open)
  br label %loop

loop:
  call void @llvm.lifetime.start.p0(i64 4, ptr %copied)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr %copied, i64 4, i64 4)
  call void @llvm.lifetime.end.p0(i64 4, ptr %copied)
  br i1 %c, label %loop, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @llvm.lifetime.start.p0(i64, ptr)
declare void @llvm.lifetime.end.p0(i64, ptr)
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
