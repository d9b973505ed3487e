; Rules: 4.4
; Records for the loop's site only; the drain stands where the loop stands in the
; order. In a panic the run-time has the list first (0x13), then the other: when @after
; runs nothing is known to throw before it.
;
; RUN: %lower %s | %lowered %s

; CHECK: @f.panic = {{.*}} [{ i32, i32 } { i32 0, i32 19 }, {{.*}} @before to i64), {{.*}} to i32), i32 0 }]
; CHECK-LABEL: define void @f(i32 %n)
; CHECK:         %defer.list = alloca { ptr, ptr, ptr, ptr }
; CHECK-NOT:     alloca
; CHECK:       loop:
; CHECK:         store ptr @inside, ptr
; CHECK:         call ptr @__defer_allocate(ptr %defer.list, i64 0, i64 1)
; CHECK-NOT:     @__defer_allocate
; CHECK:       defer.call:
; CHECK-NEXT:    invoke void @after(ptr null, ptr null)
; CHECK-NEXT:            to label %[[TEST:.+]] unwind
; CHECK:       [[TEST]]:
; CHECK:         br i1 {{.+}}, label %[[DRAIN:.+]], label %[[BEFORE:.+]]
; CHECK:       [[DRAIN]]:
; CHECK-NEXT:    invoke void @__defer_drain(ptr %defer.list, ptr null)
; CHECK-NEXT:            to label %[[BEFORE]] unwind
; CHECK:       [[BEFORE]]:
; CHECK-NEXT:    call void @before(ptr null, ptr null)
; CHECK-NOT:     @after(
; CHECK:       defer.unwind:
; CHECK-NEXT:    [[LIST:%.+]] = ptrtoint ptr %defer.list to i64
; CHECK-NEXT:    notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr @f.panic, i64 [[LIST]], i64 poison
define void @f(i32 %n) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @before, ptr null, i64 0, i64 1)
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @inside, ptr null, i64 0, i64 1)
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %done

done:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @after, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare dso_local void @before(ptr, ptr)
declare void @inside(ptr, ptr)
declare dso_local void @after(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
