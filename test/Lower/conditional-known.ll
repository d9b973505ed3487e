; Rules: 4.3
; Sites of which one surely ran at each exit need no bit either: the ways to the
; run know.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='phi i1'

; CHECK-LABEL: define void @f(i1 %c)
; CHECK:       yes.split:
; CHECK-NEXT:    br label %[[FIRST:.+]]
; CHECK:       no.split:
; CHECK-NEXT:    br label %[[SECOND:.+]]
; CHECK-DAG:   [[FIRST]]:{{.*}}{{[[:space:]]+}}call void @first(ptr null, ptr null){{[[:space:]]+}}br label %exit
; CHECK-DAG:   [[SECOND]]:{{.*}}{{[[:space:]]+}}call void @second(ptr null, ptr null){{[[:space:]]+}}br label %exit
define void @f(i1 %c) {
entry:
  br i1 %c, label %yes, label %no

yes:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %exit

no:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr) nounwind
declare void @second(ptr, ptr) nounwind
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
