; 4.4: a thunk that records refer to has a cold copy for panics: what is run on a normal
; return asks once, and does no more. One that looks at no exception stays as it is, and
; so does one that is not to be optimized.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define internal void @thunk(ptr %context, ptr %exception)
; CHECK:         %local = alloca i32
; CHECK-NEXT:    [[PANICS:%.+]] = icmp ne ptr %exception, null
; CHECK-NEXT:    br i1 [[PANICS]], label %[[PANIC:.+]], label %[[NORMAL:.+]], !prof
; CHECK:       [[NORMAL]]:
; CHECK-NEXT:    call void @recovers(ptr null)
; CHECK:       [[PANIC]]:
; CHECK-NEXT:    tail call void @thunk.panic(ptr %context, ptr %exception)
; CHECK-NEXT:    ret void
; CHECK-LABEL: define internal void @ignores(ptr %context, ptr %exception)
; CHECK-NEXT:    call void @work()
; CHECK-NEXT:    ret void
; CHECK-LABEL: define internal void @as_written(ptr %context, ptr %exception)
; CHECK-NEXT:    call void @recovers(ptr %exception)
; CHECK-NEXT:    ret void
; CHECK:       define internal void @thunk.panic(ptr %context, ptr %exception) #[[COLD:[0-9]+]]
; CHECK:         call void @recovers(ptr %exception)
; CHECK:       attributes #[[COLD]] = { cold noinline }
define void @f(i1 %c) {
entry:
  br label %loop

loop:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @ignores, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @as_written, ptr null, i64 0, i64 1)
  br i1 %c, label %loop, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @thunk(ptr %context, ptr %exception) {
  %local = alloca i32
  call void @recovers(ptr %exception)
  store volatile i32 1, ptr %local
  ret void
}

define internal void @ignores(ptr %context, ptr %exception) {
  call void @work()
  ret void
}

define internal void @as_written(ptr %context, ptr %exception) noinline optnone {
  call void @recovers(ptr %exception)
  ret void
}

declare void @recovers(ptr)
declare void @work()
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
