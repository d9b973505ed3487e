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
; CHECK:         store { ptr, ptr } zeroinitializer, ptr %defer.variable
; CHECK:       loop:
; CHECK:         [[K:%.+]] = invoke ptr @__defer_storage(ptr %defer.list, ptr %defer.variable, i64 4, i64 16)
; CHECK-NEXT:            to label {{.*}} unwind label %defer.pad
; CHECK:         store i32 %i, ptr [[K]]
; CHECK-NEXT:    store ptr [[K]], ptr %context
; CHECK:         invoke void @use(ptr %[[OTHER]], ptr %[[OUTER]])
; CHECK-NOT:     @__defer_storage
; CHECK:         ret void
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

declare void @use(ptr, ptr)
declare void @thunk(ptr, ptr)
declare ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64, i64)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
