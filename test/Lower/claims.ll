; P9, 4.5: a call of a function that is declared not to unwind, with something
; pending: it gets a pad of its own kind, that reports a panic and goes on with what
; anybody else throws. LLVM must not know better; the attribute moves to the other
; calls of the function. What surely does not unwind stays a call.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer,default<O2>' %s | FileCheck %s --check-prefix=O2

; CHECK-LABEL: define void @f(
; CHECK:         call void @claims() #[[#NOUNWIND:]]
; CHECK:         call void @__implementation()
; CHECK:         call ptr @strchr(
; CHECK:         call void @proved()
; CHECK:         invoke void @work()
; CHECK-NEXT:            unwind label %[[PAD:.+]]
; CHECK:         invoke void @claims(){{$}}
; CHECK-NEXT:            unwind label %[[REPORT:.+]]
; CHECK:         invoke void %p(){{$}}
; CHECK-NEXT:            unwind label %[[REPORT]]
; CHECK:         invoke void @unproved(){{$}}
; CHECK-NEXT:            unwind label %[[REPORT]]
; CHECK:       [[PAD]]:
; CHECK-NOT:     @__defer_cannot_unwind
; CHECK:         br label %defer.unwind
; CHECK:       [[REPORT]]:
; CHECK-NEXT:    [[P:%.+]] = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[E:%.+]] = extractvalue { ptr, i32 } [[P]], 0
; CHECK:         call void @__defer_cannot_unwind(ptr [[E]])
; CHECK-NEXT:    br label %defer.unwind

; O2-LABEL: define {{.*}}void @f(
; O2:          invoke void @claims()
; O2-NEXT:             unwind label %defer.nounwind
; O2:          invoke void @claims()
; O2-NEXT:             unwind label %[[REPORT:defer.pad.*]]
; O2:          invoke void %p()
; O2-NEXT:             unwind label %[[REPORT]]
define void @f(ptr %p) {
entry:
  call void @claims()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @__implementation()
  %s = call ptr @strchr(ptr @text, i32 0)
  call void @proved()
  call void @work()
  call void @claims()
  call void %p() nounwind
  call void @unproved()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; CHECK-LABEL: define void @other(
; CHECK:         call void @claims() #[[#NOUNWIND]]
define void @other() {
  call void @claims()
  ret void
}

define void @proved() nounwind {
  %s = call ptr @strchr(ptr @text, i32 0)
  call void @__implementation()
  ret void
}

define void @unproved() nounwind {
  call void @proved()
  call void @claims()
  ret void
}

; CHECK: declare void @claims(){{$}}
; CHECK: attributes #[[#NOUNWIND]] = { nounwind }
declare void @claims() nounwind
declare void @__implementation() nounwind
@text = external global [8 x i8]
declare ptr @strchr(ptr, i32) nounwind
declare void @work()
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
