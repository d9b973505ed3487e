; 4.3: on a normal return a deferred block that recovers knows that there is no panic: the
; normal path calls nothing for it.
;
; RUN: %opt -S -passes=lower-defer,defer-fold-recover %s | FileCheck %s
; RUN: %opt -S -passes='default<O2>' %s | FileCheck %s --check-prefix=PIPELINE

; CHECK-LABEL: define void @f()
; CHECK:         call void @work()
; CHECK-NOT:     call ptr @__defer_recover(ptr null)
; PIPELINE-LABEL: define void @f()
; PIPELINE-NOT:  __defer_recover
; PIPELINE:      ret void
define void @f() {
entry:
  %again = call i1 @defer.frame(ptr null)
  br i1 %again, label %recovered, label %body
body:
  call void @defer.call(ptr @thunk, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run()
  br label %recovered
recovered:
  ret void
}

; CHECK-LABEL: define internal void @thunk(
; CHECK:         call ptr @__defer_recover(ptr %exception)
; PIPELINE-LABEL: define internal void @thunk(
; PIPELINE:      call ptr @__defer_recover(ptr {{.*}}%exception)
define internal void @thunk(ptr %context, ptr %exception) {
  %info = call ptr @__defer_recover(ptr %exception)
  %is = icmp eq ptr %info, null
  br i1 %is, label %none, label %some
some:
  call void @note(ptr %info)
  br label %none
none:
  ret void
}

; Who is not to be optimized sees the call.
; CHECK-LABEL: define ptr @kept()
; CHECK:         call ptr @__defer_recover(ptr null)
define ptr @kept() optnone noinline {
  %info = call ptr @__defer_recover(ptr null)
  ret ptr %info
}

declare i1 @defer.frame(ptr)
declare void @defer.call(ptr, ptr, i64, i64)
declare void @defer.run()
declare void @work()
declare void @note(ptr)
declare ptr @__defer_recover(ptr) nounwind
