; Rules: 4.3, 4.5
; What deferred calls need in a panic is copied behind the pads, so that no variable is
; in memory on the normal path because a deferred block names it: not with the landing
; pads either. What the function still reads when it was recovered is copied back.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes=lower-defer,sroa %s | FileCheck %s --check-prefix=SSA

; A variable and an argument: two words.
; SSA-LABEL: define i32 @words(
; SSA-NOT:     alloca
; SSA:         invoke void @work()
; SSA:         [[W:%.+]] = notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr @words.panic, i64 {{%.+}}, i64 {{%.+}}, i64 poison, i64 poison)
; SSA-NEXT:    [[W0:%.+]] = extractvalue { i64, i64 } [[W]], 0
; SSA-NEXT:    trunc i64 [[W0]] to i32
; SSA-LABEL: define i32 @captured(
define i32 @words(i32 %n, ptr %p) {
entry:
  %result = alloca i32
  %context = alloca ptr
  %other = alloca ptr
  store i32 0, ptr %result
  %frame = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr %result)
  br i1 %frame, label %out, label %body

body:
  store ptr %p, ptr %other
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @uses, ptr %other, i64 8, i64 8)
  store ptr %result, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @increments, ptr %context, i64 8, i64 8)
  call void @work()
  store i32 %n, ptr %result
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br label %out

out:
  %r = load i32, ptr %result
  ret i32 %r
}

define internal void @increments(ptr %context, ptr %exception) {
  %x = load ptr, ptr %context
  %old = load i32, ptr %x
  %new = add i32 %old, 1
  store i32 %new, ptr %x
  ret void
}

define internal void @uses(ptr %context, ptr %exception) {
  %p = load ptr, ptr %context
  call void @use(ptr %p, i32 2)
  ret void
}

; A variable whose address the block gives away stays where it is, and so does one that
; the function itself gives away.
; SSA:         [[X:%.+]] = alloca i32
; SSA:         [[WORD:%.+]] = ptrtoint ptr [[X]] to i64
; SSA:         notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr @captured.panic, i64 [[WORD]], i64 poison
; SSA-LABEL: define void @given(
; SSA:         [[X:%.+]] = alloca i32
; SSA:         [[WORD:%.+]] = ptrtoint ptr [[X]] to i64
; SSA:         notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr @given.panic, i64 [[WORD]], i64 poison
define i32 @captured(i32 %n) {
entry:
  %x = alloca i32
  %context = alloca ptr
  store i32 0, ptr %x
  store ptr %x, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @uses, ptr %context, i64 8, i64 8)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %r = load i32, ptr %x
  ret i32 %r
}

define void @given(i32 %n) {
entry:
  %x = alloca i32
  %context = alloca ptr
  call void @use(ptr %x, i32 1)
  store ptr %x, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @increments, ptr %context, i64 8, i64 8)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; Nor is a copy handed to a function by its address in the context, even if that promises
; to forget it: two calls may use the variable.
; CHECK-LABEL: define void @noescape(
; CHECK:       defer.unwind:
; CHECK:         [[X:%.+]] = load i32, ptr %x
; CHECK-NEXT:    [[WORD:%.+]] = zext i32 [[X]] to i64
; CHECK-NEXT:    notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr {{%.+}}, i64 [[WORD]], i64 poison
define void @noescape(i32 %n) {
entry:
  %x = alloca i32
  %context = alloca ptr
  %other = alloca ptr
  store i32 %n, ptr %x
  store ptr %x, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @increments, ptr %context, i64 8, i64 8)
  store ptr %x, ptr %other
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @forgets, ptr %other, i64 8, i64 8)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @forgets(ptr %context, ptr %exception) {
  %p = load ptr, ptr %context
  call void @__defer_arm(ptr @forget, ptr %exception)
  call void @forget(ptr %p)
  ret void
}

; More than four words: a frame. Each pad enters where its first site's part is saved.
; SSA-LABEL: define void @memory(
; SSA-NEXT:  entry:
; SSA-NEXT:    %defer.panic.frame = alloca [6 x i64], align 8
; SSA-NOT:     alloca
; SSA-LABEL: define void @plain(
; CHECK-LABEL: define void @memory(
; CHECK:         invoke void @work()
; CHECK-NEXT:            unwind label %[[PAD2:.+]]
; CHECK:         invoke void @work()
; CHECK-NEXT:            unwind label %[[PAD3:.+]]
; CHECK:       defer.unwind:
; CHECK:         notail call void @__defer_unwind(ptr {{%.+}}, ptr {{%.+}}, ptr %defer.panic.frame)
; CHECK:       defer.save.call:
; CHECK:         br label %[[SAVE2:.+]]
; CHECK:       [[SAVE2]]:
; CHECK:         br label %[[SAVE1:.+]]
; CHECK:       [[PAD2]]:
; CHECK:         br label %[[SAVE2]]
; CHECK:       [[PAD3]]:
; CHECK:         br label %defer.save.call
define void @memory(i64 %a, i64 %b) {
entry:
  %c1 = alloca { i64, i64 }
  %c2 = alloca { i64, i64 }
  %c3 = alloca { i64, i64 }
  %c1b = getelementptr { i64, i64 }, ptr %c1, i32 0, i32 1
  %c2b = getelementptr { i64, i64 }, ptr %c2, i32 0, i32 1
  %c3b = getelementptr { i64, i64 }, ptr %c3, i32 0, i32 1
  store i64 %a, ptr %c1
  store i64 %b, ptr %c1b
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @pair, ptr %c1, i64 16, i64 8)
  store i64 %b, ptr %c2
  store i64 %a, ptr %c2b
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @pair, ptr %c2, i64 16, i64 8)
  call void @work()
  store i64 %b, ptr %c3
  store i64 %b, ptr %c3b
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @pair, ptr %c3, i64 16, i64 8)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @pair(ptr %context, ptr %exception) {
  %second = getelementptr { i64, i64 }, ptr %context, i32 0, i32 1
  %a = load i64, ptr %context
  %b = load i64, ptr %second
  call void @use2(i64 %a, i64 %b)
  ret void
}

; Where the optimizer is off, or a sanitizer watches, everything stays where it is.
; CHECK-LABEL: define void @plain(
; CHECK:         [[WORD:%.+]] = ptrtoint ptr %context to i64
; CHECK-NEXT:    notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr @plain.panic, i64 [[WORD]], i64 poison
; CHECK-LABEL: define void @watched(
; CHECK:         [[WORD:%.+]] = ptrtoint ptr %context to i64
; CHECK-NEXT:    notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr @watched.panic, i64 [[WORD]], i64 poison
define void @plain(ptr %p) noinline optnone {
entry:
  %context = alloca ptr
  store ptr %p, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @uses, ptr %context, i64 8, i64 8)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @watched(ptr %p) sanitize_address {
entry:
  %context = alloca ptr
  store ptr %p, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @uses, ptr %context, i64 8, i64 8)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; The run-time's words are the context of a thunk made for it.
; CHECK-LABEL: define internal void @increments.panic(ptr %context, ptr nonnull %exception)
; CHECK-NEXT:    [[CONTEXT:%.+]] = alloca [8 x i8], align 8
; CHECK-NEXT:    [[X:%.+]] = getelementptr {{.*}}ptr %context, i64 0
; CHECK-NEXT:    [[FIELD:%.+]] = getelementptr {{.*}}ptr [[CONTEXT]], i64 0
; CHECK-NEXT:    store ptr [[X]], ptr [[FIELD]]
declare void @work()
declare void @use(ptr, i32)
declare dso_local void @forget(ptr nocapture)
declare void @__defer_arm(ptr, ptr)
declare void @use2(i64, i64)
declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
