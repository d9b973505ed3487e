; 4.3, 4.4: a run in a cycle. What it has run is not pending the next time around: a bit
; that was tested is cleared, a variable whose storage went with the records gets new
; storage, and the list's memory is what the run-time has left of it.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @bit(
; CHECK:       loop:
; CHECK:         call void @__work()
; CHECK-NEXT:    br label %defer.test
; CHECK:       defer.test:
; CHECK:         [[BIT:%.+]] = load i1, ptr %defer.pending
; CHECK:       defer.call:
; CHECK-NEXT:    store i1 false, ptr %defer.pending
; CHECK-NEXT:    call void @first(
define void @bit(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %loop

loop:
  call void @__work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br i1 %c, label %loop, label %out

out:
  ret void
}

; Where there is one run, and nothing after it, nothing is cleared.
; CHECK-LABEL: define void @once(
; CHECK-NOT:     store i1 false
; CHECK-LABEL: define void @variable(
; CHECK:       defer.call:
; CHECK:         invoke void @__defer_drain(
; CHECK-NEXT:            to label %[[DRAINED:.+]] unwind
; CHECK:       [[DRAINED]]:
; CHECK-NEXT:    [[TOP_THEN:%.+]] = getelementptr {{.*}}ptr %defer.variable, i32 0, i32 1
; CHECK-NEXT:    store ptr %defer.list, ptr [[TOP_THEN]]
; CHECK:         store ptr {{.*}}, ptr %defer.cursor
; CHECK:         store ptr {{.*}}, ptr %defer.limit
define void @once(i1 %c) {
entry:
  br i1 %c, label %site, label %exit

site:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @variable(i1 %c) {
entry:
  %context = alloca ptr
  br label %loop

loop:
  %v = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 4, i64 4)
  store ptr %v, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr %context, i64 8, i64 8)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br i1 %c, label %loop, label %out

out:
  ret void
}

declare void @__work() nounwind
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
