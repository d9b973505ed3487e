; P2, 4.1: where the function goes on after a panic was recovered, a run may stand, or
; more be deferred. All that was pending has run: the bits say so.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @f(
; CHECK:       defer.recovered:
; CHECK-NEXT:    store i1 false, ptr %defer.pending
; CHECK-NEXT:    br label %exit
; CHECK-LABEL: define void @g(
; CHECK:       defer.recovered:
; CHECK-NEXT:    br label %exit
define void @f(i1 %c) {
entry:
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %again, label %exit, label %body

body:
  br i1 %c, label %site, label %work

site:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %work

work:
  call void @work()
  br label %exit

exit:
  call void @__something()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @g(i1 %c) {
entry:
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %again, label %exit, label %body

body:
  br i1 %c, label %site, label %work

site:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %work

work:
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br label %exit

exit:
  ret void
}

declare void @work()
declare void @__something() nounwind
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
