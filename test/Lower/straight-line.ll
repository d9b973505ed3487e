; Rules: 4.3
; Sites that surely ran: calls in the opposite order, no bit, no list, no call into
; the run-time on the normal path. Each call that may throw unwinds to the pad of
; what is pending then.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='phi i1' --implicit-check-not=alloca

; CHECK-LABEL: define void @f() personality ptr @__defer_personality_v0
; CHECK-NEXT:  entry:
; CHECK-NEXT:    call void @before()
; CHECK-NOT:     @__defer_
; CHECK:         invoke void @between()
; CHECK-NEXT:            to label %{{.+}} unwind label %[[PAD1:.+]]
; CHECK-NOT:     @__defer_
; CHECK:         invoke void @after()
; CHECK-NEXT:            to label %{{.+}} unwind label %[[PAD2:.+]]
; CHECK-NOT:     @__defer_
; CHECK:       defer.call:
; CHECK-NEXT:    invoke void @second(ptr null, ptr null)
; CHECK-NEXT:            to label %[[LAST:.+]] unwind label %[[PAD1]]
; CHECK:       [[LAST]]:
; CHECK-NEXT:    call void @first(ptr null, ptr null)
; CHECK-NEXT:    br label %[[RETURN:.+]]

; The panic chain, entered by each pad where its set begins.
; CHECK:       defer.finish:
; CHECK-NEXT:    [[E:%.+]] = phi ptr
; CHECK-NEXT:    [[REST:%.+]] = call ptr @__defer_finish(ptr [[E]])
; CHECK-NEXT:    [[NONE:%.+]] = icmp eq ptr [[REST]], null
; CHECK-NEXT:    br i1 [[NONE]], label %defer.recovered, label %defer.resume
; CHECK:       [[PANIC2:defer.panic.call.*]]:
; CHECK-NEXT:    invoke void @second(ptr null, ptr {{%.+}})
; CHECK:       [[PANIC1:defer.panic.call.*]]:
; CHECK-NEXT:    [[E:%.+]] = phi ptr
; CHECK-NEXT:    invoke void @first(ptr null, ptr [[E]])
; CHECK:       [[PAD1]]:
; CHECK-NEXT:    [[P:%.+]] = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[X:%.+]] = extractvalue { ptr, i32 } [[P]], 0
; CHECK-NEXT:    [[SOME:%.+]] = icmp ne ptr [[X]], null
; CHECK-NEXT:    call void @llvm.assume(i1 [[SOME]])
; CHECK-NEXT:    br label %[[PANIC1]]
; CHECK:       [[PAD2]]:
; CHECK:         br label %[[PANIC2]]
; CHECK:       defer.resume:
; CHECK-NEXT:    [[P:%.+]] = insertvalue { ptr, i32 } poison, ptr [[REST]], 0
; CHECK-NEXT:    [[P2:%.+]] = insertvalue { ptr, i32 } [[P]], i32 0, 1
; CHECK-NEXT:    resume { ptr, i32 } [[P2]]
; CHECK:       defer.recovered:
; CHECK-NEXT:    ret void

define void @f() {
entry:
  call void @before()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @between()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  call void @after()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @before()
declare void @between()
declare void @after()
declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
