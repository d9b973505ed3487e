; Rules: 4.3
; Each way to the run enters the chain at its own point; one with nothing pending
; passes it by. No bit is kept.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='phi i1' --implicit-check-not=alloca

; CHECK-LABEL: define void @f(i1 %a, i1 %b)
; CHECK:         br i1 %a, label %exit, label %one
; CHECK:         br i1 %b, label %[[FIRST:.+]], label %two
; CHECK:       exit:
; CHECK-NEXT:    ret void
; CHECK:       defer.call:
; CHECK-NEXT:    invoke void @second(ptr null, ptr null)
; CHECK-NEXT:            to label %[[FIRST]] unwind
; CHECK:       [[FIRST]]:
; CHECK-NEXT:    call void @first(ptr null, ptr null)
; CHECK-NEXT:    br label %exit
define void @f(i1 %a, i1 %b) {
entry:
  br i1 %a, label %exit, label %one

one:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br i1 %b, label %exit, label %two

two:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
