; Section 4.4: the first records of a list lie in the frame: not where the code is to be
; small, nor of more than four lists. What is not optimized leaves it to the run-time to
; look for room.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @small()
; CHECK-NEXT:  entry:
; CHECK-NEXT:    %defer.list = alloca { ptr, ptr, ptr, ptr }
; CHECK-NEXT:    store { ptr, ptr, ptr, ptr } zeroinitializer, ptr %defer.list
; CHECK-NEXT:    br label %loop
; CHECK:       loop:
; CHECK-NEXT:    call ptr @__defer_allocate(
; CHECK:         [[FIELD:%.+]] = getelementptr inbounds {{.*}}ptr %defer.list, i32 0, i32 1
; CHECK-NEXT:    [[CURSOR:%.+]] = load ptr, ptr [[FIELD]]
; CHECK-NEXT:    icmp ne ptr [[CURSOR]], null
define void @small() minsize optsize {
entry:
  br label %loop
loop:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  %more = call i1 @more()
  br i1 %more, label %loop, label %exit
exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; CHECK-LABEL: define void @plain()
; CHECK-NEXT:  entry:
; CHECK-NEXT:    %defer.records = alloca [384 x i8], align 8
; CHECK-NEXT:    %defer.list = alloca { ptr, ptr, ptr, ptr }
; CHECK:         br label %loop
; CHECK:       loop:
; CHECK-NEXT:    call ptr @__defer_allocate(
; CHECK:         [[FIELD:%.+]] = getelementptr inbounds {{.*}}ptr %defer.list, i32 0, i32 1
; CHECK-NEXT:    [[CURSOR:%.+]] = load ptr, ptr [[FIELD]]
; CHECK-NEXT:    icmp ne ptr [[CURSOR]], %defer.records
define void @plain() optnone noinline {
entry:
  br label %loop
loop:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  %more = call i1 @more()
  br i1 %more, label %loop, label %exit
exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; CHECK-LABEL: define void @five()
; CHECK-COUNT-5: alloca { ptr, ptr, ptr, ptr }
; CHECK-COUNT-5: br i1 {{.*}}label %defer.bump{{[0-9]*}}, label %defer.chunk{{[0-9]*}}, !prof
; CHECK-NOT:     %defer.records
; CHECK-LABEL: declare
define void @five() {
entry:
  br label %a
a:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  %more.a = call i1 @more()
  br i1 %more.a, label %a, label %b
b:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  %more.b = call i1 @more()
  br i1 %more.b, label %b, label %c
c:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  %more.c = call i1 @more()
  br i1 %more.c, label %c, label %d
d:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  %more.d = call i1 @more()
  br i1 %more.d, label %d, label %e
e:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  %more.e = call i1 @more()
  br i1 %more.e, label %e, label %exit
exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare i1 @more()
declare void @thunk(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
