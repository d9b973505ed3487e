; Rules: 4.4
; A site in a cycle pushes a record: allocated, by a call if the memory in the frame or
; the newest chunk is full, filled, linked. The list's cursor and limit are variables of
; the function but for that call. The run drains the
; list if there is a record; a drain that throws leaves the rest to the run-time, which
; gets the list (3: a list, and no next step).
;
; RUN: %lower %s | %lowered %s

; CHECK: @f.panic = private unnamed_addr constant [1 x { i32, i32 }] [{ i32, i32 } { i32 0, i32 3 }]
; CHECK-LABEL: define void @f(i32 %n)
; CHECK-NEXT:  entry:
; CHECK-NEXT:    %defer.records = alloca [384 x i8]
; CHECK-NEXT:    %defer.limit = alloca ptr
; CHECK-NEXT:    %defer.cursor = alloca ptr
; CHECK-NEXT:    %defer.list = alloca { ptr, ptr, ptr, ptr }
; CHECK-NEXT:    %context = alloca i32
; CHECK-NEXT:    store { ptr, ptr, ptr, ptr } zeroinitializer, ptr %defer.list
; CHECK-NEXT:    [[LAST:%.+]] = getelementptr i8, ptr %defer.records, i64 384
; CHECK-NEXT:    [[FIELD:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr, ptr, ptr }, ptr %defer.list, i32 0, i32 1
; CHECK-NEXT:    store ptr %defer.records, ptr [[FIELD]]
; CHECK-NEXT:    [[FIELD:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr, ptr, ptr }, ptr %defer.list, i32 0, i32 2
; CHECK-NEXT:    store ptr [[LAST]], ptr [[FIELD]]
; CHECK-NEXT:    store ptr %defer.records, ptr %defer.cursor
; CHECK-NEXT:    store ptr [[LAST]], ptr %defer.limit
; CHECK:       loop:
; CHECK:         store i32 %i, ptr %context
; CHECK-NEXT:    [[BEGIN:%.+]] = load ptr, ptr %defer.cursor
; CHECK-NEXT:    [[END:%.+]] = getelementptr i8, ptr [[BEGIN]], i64 24
; CHECK-NEXT:    [[LIMIT:%.+]] = load ptr, ptr %defer.limit
; CHECK-NEXT:    [[FITS:%.+]] = icmp ule ptr [[END]], [[LIMIT]]
; CHECK-NEXT:    br i1 [[FITS]], label %[[BUMP:.+]], label %[[CHUNK:.+]], !prof
; CHECK:       defer.push:
; CHECK-NEXT:    [[RECORD:%.+]] = phi ptr [ [[BEGIN]], %[[BUMP]] ], [ [[NEW:%.+]], %[[CHUNK]] ]
; CHECK-NEXT:    [[BEHIND:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr }, ptr [[RECORD]], i32 1
; CHECK-NEXT:    call void @llvm.memcpy.p0.p0.i64(ptr align 4 [[BEHIND]], ptr align 4 %context, i64 4, i1 false)
; CHECK-NEXT:    [[TOP:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr, ptr, ptr }, ptr %defer.list, i32 0, i32 0
; CHECK-NEXT:    [[NEXT:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr }, ptr [[RECORD]], i32 0, i32 0
; CHECK-NEXT:    [[OLD:%.+]] = load ptr, ptr [[TOP]]
; CHECK-NEXT:    store ptr [[OLD]], ptr [[NEXT]]
; CHECK-NEXT:    [[THUNK:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr }, ptr [[RECORD]], i32 0, i32 1
; CHECK-NEXT:    store ptr @thunk, ptr [[THUNK]]
; CHECK-NEXT:    store ptr [[RECORD]], ptr [[TOP]]
; CHECK-NEXT:    invoke void @work()
; CHECK-NEXT:            to label %{{.+}} unwind label %[[PAD:.+]]

; Without memory the call runs at once.
; CHECK:       [[OOM:defer.oom]]:
; CHECK-NEXT:    invoke void @thunk(ptr %context, ptr null)
; CHECK-NEXT:            to label %[[THEN:.+]] unwind label %[[PAD]]
; CHECK:       [[THEN]]:
; CHECK-NEXT:    invoke void @__defer_out_of_memory()
; CHECK-NEXT:            to label %{{.+}} unwind label %[[PAD]]
; CHECK:       [[BUMP]]:
; CHECK-NEXT:    store ptr [[END]], ptr %defer.cursor
; CHECK-NEXT:    br label %defer.push
; CHECK:       [[CHUNK]]:
; CHECK-NEXT:    [[CURSOR:%.+]] = load ptr, ptr %defer.cursor
; CHECK-NEXT:    [[FIELD:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr, ptr, ptr }, ptr %defer.list, i32 0, i32 1
; CHECK-NEXT:    store ptr [[CURSOR]], ptr [[FIELD]]
; CHECK-NEXT:    [[NEW]] = call ptr @__defer_allocate(ptr %defer.list, i64 4, i64 4)
; CHECK-NEXT:    [[FIELD:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr, ptr, ptr }, ptr %defer.list, i32 0, i32 1
; CHECK-NEXT:    [[CURSOR:%.+]] = load ptr, ptr [[FIELD]]
; CHECK-NEXT:    store ptr [[CURSOR]], ptr %defer.cursor
; CHECK-NEXT:    [[FIELD:%.+]] = getelementptr inbounds {{.*}}{ ptr, ptr, ptr, ptr }, ptr %defer.list, i32 0, i32 2
; CHECK-NEXT:    [[LIMIT:%.+]] = load ptr, ptr [[FIELD]]
; CHECK-NEXT:    store ptr [[LIMIT]], ptr %defer.limit
; CHECK-NEXT:    [[NONE:%.+]] = icmp eq ptr [[NEW]], null
; CHECK-NEXT:    br i1 [[NONE]], label %[[OOM]], label %defer.push, !prof [[UNLIKELY:!.+]]

; CHECK:       defer.test:
; CHECK-NEXT:    [[CURSOR:%.+]] = load ptr, ptr %defer.cursor
; CHECK-NEXT:    [[SOME:%.+]] = icmp ne ptr [[CURSOR]], %defer.records
; CHECK-NEXT:    br i1 [[SOME]], label %defer.call, label %exit
; CHECK:       defer.call:
; CHECK-NEXT:    invoke void @__defer_drain(ptr %defer.list, ptr null)
; CHECK-NEXT:            to label %exit unwind label %[[PAD]]

; CHECK:       defer.unwind:
; CHECK-NEXT:    [[LIST:%.+]] = ptrtoint ptr %defer.list to i64
; CHECK-NEXT:    notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr @f.panic, i64 [[LIST]], i64 poison
; CHECK:       [[UNLIKELY]] = !{!"branch_weights", i32 1,
define void @f(i32 %n) {
entry:
  %context = alloca i32, align 4
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  store i32 %i, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr %context, i64 4, i64 4)
  call void @work()
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @thunk(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
