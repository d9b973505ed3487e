; Rules: 4.1
; With more than one defer.run the chain is still one, and its end goes on where it
; was entered from.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define i32 @f(i1 %c)
; CHECK:       yes:
; CHECK-NEXT:    ret i32 1
; CHECK:       [[NO:no.split.split]]:
; CHECK-NEXT:    ret i32 2
; CHECK:       defer.return:
; CHECK-NEXT:    switch i32 [[ORIGIN:%.+]], label %yes [
; CHECK-NEXT:      i32 1, label %[[NO]]
; CHECK:         invoke void @second(ptr null, ptr null)
; CHECK:         [[ORIGIN]] = phi i32 [ 1, %defer.call ], [ 0, %defer.exit ]
; CHECK-NEXT:    call void @first(ptr null, ptr null)
; CHECK-NEXT:    br label %defer.return
; CHECK-NOT:     call void @first(
define i32 @f(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br i1 %c, label %yes, label %no

yes:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret i32 1

no:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret i32 2
}

declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
