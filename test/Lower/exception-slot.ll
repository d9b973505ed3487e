; 4.5: what a panic chain runs for waits in memory where its calls would keep more values
; than those of the normal path do; otherwise in a register that is saved already.
;
; RUN: %opt -S -passes=defer-cold-pads %s | FileCheck %s

; CHECK-LABEL: define {{.*}}void @none_kept(
; CHECK:         %[[SLOT:.+]] = alloca ptr
; CHECK:         landingpad
; CHECK:         [[E:%.+]] = extractvalue
; CHECK-NEXT:    store ptr [[E]], ptr %[[SLOT]]
; CHECK:       nested:
; CHECK:         [[N:%.+]] = extractvalue
; CHECK-NEXT:    [[OLD:%.+]] = load ptr, ptr %[[SLOT]]
; CHECK-NEXT:    [[NOW:%.+]] = call ptr @__defer_replace(ptr [[OLD]], ptr [[N]])
; CHECK-NEXT:    store ptr [[NOW]], ptr %[[SLOT]]
; CHECK:       finish:
; CHECK-NOT:     phi
; CHECK:         [[E:%.+]] = load ptr, ptr %[[SLOT]]
; CHECK-NEXT:    call ptr @__defer_finish(ptr [[E]])
define void @none_kept() uwtable personality ptr @__defer_personality_v0 {
entry:
  invoke void @work(i32 0)
      to label %exit unwind label %pad

pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  invoke void @work(i32 1)
      to label %finish unwind label %nested

nested:
  %q = landingpad { ptr, i32 } cleanup
  %new = extractvalue { ptr, i32 } %q, 0
  %now = call ptr @__defer_replace(ptr %exception, ptr %new)
  br label %finish

finish:
  %e = phi ptr [ %exception, %pad ], [ %now, %nested ]
  %rest = call ptr @__defer_finish(ptr %e)
  %recovered = icmp eq ptr %rest, null
  br i1 %recovered, label %exit, label %resume

resume:
  %r = insertvalue { ptr, i32 } { ptr poison, i32 0 }, ptr %rest, 0
  resume { ptr, i32 } %r

exit:
  ret void
}

; The argument waits for a call in any case, and no more values do in the chain.
; CHECK-LABEL: define {{.*}}void @one_kept(
; CHECK-NOT:     alloca
; CHECK:       finish:
; CHECK-NEXT:    %e = phi ptr
define void @one_kept(i32 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  invoke void @work(i32 0)
      to label %normal unwind label %pad

normal:
  call void @__use(i32 %n)
  br label %exit

pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  invoke void @work(i32 1)
      to label %finish unwind label %nested

nested:
  %q = landingpad { ptr, i32 } cleanup
  %new = extractvalue { ptr, i32 } %q, 0
  br label %finish

finish:
  %e = phi ptr [ %exception, %pad ], [ %new, %nested ]
  %rest = call ptr @__defer_finish(ptr %e)
  %recovered = icmp eq ptr %rest, null
  br i1 %recovered, label %exit, label %resume

resume:
  %r = insertvalue { ptr, i32 } { ptr poison, i32 0 }, ptr %rest, 0
  resume { ptr, i32 } %r

exit:
  ret void
}

declare void @__use(i32) nounwind
declare void @work(i32)
declare ptr @__defer_replace(ptr, ptr) nounwind
declare ptr @__defer_finish(ptr) nounwind
declare i32 @__defer_personality_v0(...)
