; Rules: 4.5
; One pad for each set of what may be pending, whatever number of calls unwind to
; it, and none for calls with nothing pending or that cannot throw. No store
; before a call tells what is pending.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='store '

; CHECK-LABEL: define void @f(
; CHECK:         call void @work(i32 0)
; CHECK:         invoke void @work(i32 1)
; CHECK-NEXT:            to label {{.*}} unwind label %[[ONE:.+]]
; CHECK:         invoke void @work(i32 2)
; CHECK-NEXT:            to label {{.*}} unwind label %[[ONE]]
; CHECK:         call void @__quiet()
; CHECK:         invoke void @work(i32 3)
; CHECK-NEXT:            to label {{.*}} unwind label %[[BOTH:.+]]
; CHECK:         invoke void @work(i32 4)
; CHECK-NEXT:            to label {{.*}} unwind label %[[BOTH]]
; CHECK:         call void @work(i32 5)
; CHECK-COUNT-2: landingpad
; CHECK-NOT:     landingpad
define void @f() {
entry:
  call void @work(i32 0)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @work(i32 1)
  call void @work(i32 2)
  call void @__quiet()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  call void @work(i32 3)
  call void @work(i32 4)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  call void @work(i32 5)
  ret void
}

declare void @work(i32)
declare void @__quiet() nounwind
declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
