; Rules: 4.3
; Sites that surely ran: calls in the opposite order, no bit, no list, no call into
; the run-time on the normal path. Each call that may throw unwinds to the pad of
; what is pending then.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='phi i1' --implicit-check-not=alloca

; CHECK: @f.panic = private unnamed_addr constant [2 x { i32, i32 }]
; CHECK-SAME: @second to i64), {{.*}} to i32), i32 16 },
; CHECK-SAME: @first to i64), {{.*}} to i32), i32 0 }]

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

; In a panic the run-time runs them, from where each pad's set begins.
; CHECK:       defer.unwind:
; CHECK-NEXT:    [[STEP:%.+]] = phi ptr
; CHECK-DAG:     [ @f.panic, %[[PAD2]] ]
; CHECK-DAG:     [ getelementptr inbounds ({{.*}} @f.panic, {{.*}} i32 1), %[[PAD1]] ]
; CHECK-NEXT:    [[E:%.+]] = phi ptr
; CHECK-NEXT:    notail call void @__defer_unwind(ptr [[E]], ptr [[STEP]], ptr null)
; CHECK-NEXT:    br label %defer.recovered
; CHECK:       [[PAD1]]:
; CHECK-NEXT:    [[P:%.+]] = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[X:%.+]] = extractvalue { ptr, i32 } [[P]], 0
; CHECK-NEXT:    br label %defer.unwind
; CHECK:       [[PAD2]]:
; CHECK:         br label %defer.unwind
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
declare dso_local void @first(ptr, ptr)
declare dso_local void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
