; P9: calls that come by inlining after the lowering and are said not to unwind. At
; the pipeline's end those in functions of ours get a pad that reports, but for the
; last call, when nothing is pending.
;
; RUN: %opt -S -passes=defer-nounwind %s | FileCheck %s
; RUN: %opt -S -passes='default<O0>' %s | FileCheck %s
; RUN: %opt -S -passes='default<O2>' %s | FileCheck %s

; CHECK-LABEL: define {{.*}}i32 @ours(
; CHECK:         invoke {{.*}}i32 @claims(i32 1)
; CHECK-NEXT:            to label %{{.+}} unwind label %[[REPORT:.+]]
; CHECK:         tail call i32 @claims(i32 2)
; CHECK-NEXT:    ret i32
; CHECK:       [[REPORT]]:
; CHECK-NEXT:    [[P:%.+]] = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[E:%.+]] = extractvalue { ptr, i32 } [[P]], 0
; CHECK-NEXT:    call void @__defer_cannot_unwind(ptr {{.*}}[[E]])
; CHECK-NEXT:    resume { ptr, i32 } [[P]]
define i32 @ours() uwtable personality ptr @__defer_personality_v0 {
  %a = call i32 @claims(i32 1)
  store volatile i32 %a, ptr null
  %b = tail call i32 @claims(i32 2)
  ret i32 %b
}

; CHECK-LABEL: define {{.*}}void @theirs(
; CHECK:         call i32 @claims(i32 3) #[[#NOUNWIND:]]
; CHECK:       attributes #[[#NOUNWIND]] = { nounwind }
define void @theirs() uwtable personality ptr @__gcc_personality_v0 {
  %a = call i32 @claims(i32 3)
  store volatile i32 %a, ptr null
  ret void
}

declare i32 @claims(i32) nounwind
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)
