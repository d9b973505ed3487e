; P5, 4.5: a deferred call that throws in the panic chain has a pad of its own: the new
; exception takes over, and the rest runs for it.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @f()
; CHECK:       [[FIRST:defer.panic.call.+]]:
; CHECK-NEXT:    [[E:%.+]] = phi ptr
; CHECK-DAG:     [ [[NEW:%[0-9]+]], %[[NESTED:defer.nested]] ]
; CHECK-NEXT:    invoke void @first(ptr null, ptr [[E]])
; CHECK:       [[NESTED]]:
; CHECK-NEXT:    [[PAD:%.+]] = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[THROWN:%.+]] = extractvalue { ptr, i32 } [[PAD]], 0
; CHECK:         [[NEW]] = call ptr @__defer_replace(ptr {{%.+}}, ptr [[THROWN]])
; CHECK-NEXT:    br label %[[FIRST]]
; CHECK:       defer.settle:
; CHECK-NEXT:    call void @__defer_settle(ptr
; CHECK-NEXT:    br label %[[FIRST]]
define void @f() {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
