; Rules: 4.3
; A thunk that is known is inlined into the exit chain. For panics there is one function
; for it, which takes its context from the words that the run-time has.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='define internal void @thunk('

; CHECK: @f.panic = {{.*}} @thunk.panic to i64
; CHECK-LABEL: define void @f(i32 %n)
; CHECK:       defer.call:
; CHECK-NEXT:    [[N:%.+]] = load i32, ptr %context
; CHECK-NEXT:    call void @use(i32 [[N]])
; CHECK:       defer.unwind:
; CHECK:         [[FIELD:%.+]] = load i32, ptr
; CHECK-NEXT:    [[WORD:%.+]] = zext i32 [[FIELD]] to i64
; CHECK-NEXT:    notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr @f.panic, i64 [[WORD]],
define void @f(i32 %n) {
  %context = alloca i32
  store i32 %n, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr %context, i64 4, i64 4)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @thunk(ptr %context, ptr %exception) {
  %n = load i32, ptr %context
  call void @use(i32 %n)
  ret void
}

; CHECK-LABEL: define void @g()
; CHECK:         call void @public(ptr null, ptr null)
; CHECK:         define weak void @public
define void @g() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @public, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define weak void @public(ptr %context, ptr %exception) {
  call void @use(i32 1)
  ret void
}

; CHECK-LABEL: define internal void @thunk.panic(ptr %context, ptr nonnull %exception)
; CHECK:         [[CONTEXT:%.+]] = alloca [4 x i8], align 4
; CHECK:         [[WORD:%.+]] = load i32, ptr
; CHECK-NEXT:    store i32 [[WORD]], ptr
; CHECK-NEXT:    [[N:%.+]] = load i32, ptr [[CONTEXT]]
; CHECK-NEXT:    call void @use(i32 [[N]])

declare void @work()
declare void @use(i32)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
