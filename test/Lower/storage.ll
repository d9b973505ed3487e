; D5, 4.4: storage that a record may capture: a new instance each time, from the run-time,
; which may throw. Any other is an alloca of the frame.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -disable-output -passes='print<defer>' %s 2>&1 | FileCheck --check-prefix=INFO %s

; INFO-DAG: storage  %outer = {{.*}}: one instance, in the frame
; INFO-DAG: storage  %captured = {{.*}}: an instance a time, beside the records of component 0
; INFO-DAG: storage  %other = {{.*}}: one instance, in the frame

; CHECK-LABEL: define void @f(i32 %n)
; CHECK-DAG:     %[[OTHER:.+]] = alloca [4 x i8], align 32
; CHECK-DAG:     %[[OUTER:.+]] = alloca [8 x i8], align 8
; CHECK-DAG:     %defer.variable = alloca { ptr, ptr }
; CHECK-DAG:     %defer.list = alloca { ptr, ptr, ptr, ptr }
; CHECK:         [[THEN:%.+]] = getelementptr {{.*}}ptr %defer.variable, i32 0, i32 1
; CHECK-NEXT:    store ptr %defer.list, ptr [[THEN]]
; CHECK:       loop:
; CHECK:         [[INSTANCE:%.+]] = getelementptr {{.*}}ptr %defer.variable, i32 0, i32 0
; CHECK-NEXT:    [[THEN:%.+]] = getelementptr {{.*}}ptr %defer.variable, i32 0, i32 1
; CHECK-NEXT:    [[TOP_AT:%.+]] = getelementptr {{.*}}ptr %defer.list, i32 0, i32 0
; CHECK-NEXT:    [[TOP:%.+]] = load ptr, ptr [[TOP_AT]]
; CHECK-NEXT:    [[OLD:%.+]] = load ptr, ptr [[THEN]]
; CHECK-NEXT:    [[KEPT:%.+]] = icmp eq ptr [[OLD]], [[TOP]]
; CHECK-NEXT:    br i1 [[KEPT]], label %defer.stored, label %defer.fresh
; CHECK:       defer.stored:
; CHECK-NEXT:    [[K:%.+]] = load ptr, ptr [[INSTANCE]]
; CHECK-NEXT:    store i32 %i, ptr [[K]]
; CHECK-NEXT:    store ptr [[K]], ptr %context
; CHECK:         invoke void @use(ptr %[[OTHER]], ptr %[[OUTER]])
; CHECK-NOT:     @__defer_storage
; CHECK:         ret void
; CHECK:       defer.fresh:
; CHECK-NEXT:    store ptr [[TOP]], ptr [[THEN]]
; CHECK:         [[NEW:%.+]] = invoke ptr @__defer_storage(ptr %defer.list, i64 4, i64 16)
; CHECK-NEXT:            to label %[[ASKED:.+]] unwind label %defer.pad
; CHECK:       [[ASKED]]:
; CHECK:         br label %defer.set
; CHECK:       defer.set:
; CHECK-NEXT:    store ptr [[NEW]], ptr [[INSTANCE]]
; CHECK-NEXT:    br label %defer.stored

; Aligned no more than records are, it is taken in place.
; CHECK-LABEL: define void @in_place(
; CHECK:       defer.fresh:
; CHECK:         [[BEGIN:%.+]] = load ptr, ptr %defer.cursor
; CHECK-NEXT:    [[END:%.+]] = getelementptr i8, ptr [[BEGIN]], i64 8
; CHECK-NEXT:    [[LIMIT:%.+]] = load ptr, ptr %defer.limit
; CHECK-NEXT:    [[FITS:%.+]] = icmp ule ptr [[END]], [[LIMIT]]
; CHECK-NEXT:    br i1 [[FITS]], label %[[BUMP:.+]], label %[[CHUNK:.+]], !prof
; CHECK:       defer.set:
; CHECK-NEXT:    phi ptr [ [[BEGIN]], %[[BUMP]] ], [ [[NEW:%.+]], %[[ASKED:.+]] ]
; CHECK:       [[BUMP]]:
; CHECK-NEXT:    store ptr [[END]], ptr %defer.cursor
; CHECK:       [[CHUNK]]:
; CHECK:         [[NEW]] = invoke ptr @__defer_storage(ptr %defer.list, i64 4, i64 4)
; CHECK-NEXT:            to label %[[ASKED]] unwind label %defer.pad
define void @f(i32 %n) {
entry:
  %context = alloca ptr
  %outer = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 8, i64 8)
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %captured = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 4, i64 16)
  store i32 %i, ptr %captured
  store ptr %captured, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr %context, i64 8, i64 8)
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %plain

plain:
  %j = phi i32 [ 0, %loop ], [ %jnext, %plain ]
  %other = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 4, i64 32)
  call void @use(ptr %other, ptr %outer)
  %jnext = add i32 %j, 1
  %jmore = icmp slt i32 %jnext, %n
  br i1 %jmore, label %plain, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @in_place(i1 %c) {
entry:
  %context = alloca ptr
  br label %loop

loop:
  %captured = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 4, i64 4)
  store ptr %captured, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr %context, i64 8, i64 8)
  br i1 %c, label %loop, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @use(ptr, ptr)
declare void @thunk(ptr, ptr)
declare ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64, i64)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
