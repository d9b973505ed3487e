; Rules: 4.1
; A module without intrinsics is not touched, one whose intrinsics are declared only
; loses the declarations, and a run with nothing pending is nothing.
;
; RUN: %lower %s | %lowered %s --implicit-check-not=personality --implicit-check-not=@__defer

; CHECK-LABEL: define void @untouched()
; CHECK-NEXT:    call void @work()
; CHECK-NEXT:    br label %1
; CHECK:         ret void
define void @untouched() {
  call void @work()
  br label %1

1:
  ret void
}

; CHECK-LABEL: define void @run()
; CHECK:         ret void
define void @run() {
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
