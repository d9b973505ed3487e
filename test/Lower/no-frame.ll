; P2, 4.5: without defer.frame a function whose panic was recovered returns zero, of
; whatever type.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define ptr @pointer()
; CHECK:       defer.recovered:
; CHECK-NEXT:    ret ptr null
define ptr @pointer() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  %r = call ptr @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret ptr %r
}

; CHECK-LABEL: define { i64, <2 x float> } @aggregate()
; CHECK:       defer.recovered:
; CHECK-NEXT:    ret { i64, <2 x float> } zeroinitializer
define { i64, <2 x float> } @aggregate() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  %r = call ptr @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret { i64, <2 x float> } { i64 1, <2 x float> <float 1.0, float 1.0> }
}

declare ptr @work()
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
