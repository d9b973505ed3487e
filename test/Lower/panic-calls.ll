; 4.5, P3: a thunk that only calls a function, with at most one argument, is no function in
; a panic: the run-time arms and calls. A number is in the step itself (0x5015, 5 of kind 5),
; an address in the step behind it (kind 6), an argument that was frozen in a word (4). A
; function of another object is found by a pointer, which x86-64's linkers make (kinds 9 to
; 11).
;
; RUN: %lower %s | %lowered %s

; CHECK: @near.panic = private unnamed_addr constant [4 x { i32, i32 }]
; CHECK-SAME: @release to i64), {{.*}} to i32), i32 20 },
; CHECK-SAME: @unlock to i64), {{.*}} to i32), i32 38 },
; CHECK-SAME: @lock to i64), {{.*}} to i32), i32 0 },
; CHECK-SAME: @release to i64), {{.*}} to i32), i32 20485 }]
; CHECK: @far.panic = private unnamed_addr constant [1 x { i32, i32 }]
; CHECK-SAME: @defer.pointer.elsewhere to i64), {{.*}} to i32), i32 4106 }]
; CHECK: @defer.pointer.elsewhere = private unnamed_addr constant ptr @elsewhere
; CHECK: @others.panic = private unnamed_addr constant [4 x { i32, i32 }]
; CHECK-SAME: @not.armed to i64)
; CHECK-SAME: @only.normally to i64)
; CHECK-SAME: @narrow{{(.panic)?}} to i64)
; CHECK-SAME: @several to i64)

target triple = "x86_64-unknown-linux-gnu"
@lock = hidden global i32 0

; CHECK-LABEL: define void @near(
; CHECK:         notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr {{%.+}}, i64 {{%.+}}, i64 poison
define void @near(i64 %n) {
  %context = alloca i64
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @five, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @address, ptr null, i64 0, i64 1)
  store i64 %n, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @word, ptr %context, i64 8, i64 8)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @far() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @one, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; More than that, or other than that in a panic, is a thunk's.
define void @others(i8 %n) {
  %context = alloca i8
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @several, ptr null, i64 0, i64 1)
  store i8 %n, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @narrow, ptr %context, i64 1, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @only.normally, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @not.armed, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @five(ptr %context, ptr %exception) {
  %panics = icmp ne ptr %exception, null
  br i1 %panics, label %arm, label %call
arm:
  call void @__defer_arm(ptr @release, ptr %exception)
  br label %call
call:
  call void @release(i64 5)
  ret void
}

define internal void @address(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @unlock, ptr %exception)
  call void @unlock(ptr @lock)
  ret void
}

; As a front end writes it: its variables are simplified first.
define internal void @word(ptr %context, ptr %exception) {
  %at = alloca ptr
  store ptr %context, ptr %at
  call void @__defer_arm(ptr @release, ptr %exception)
  %c = load ptr, ptr %at
  %n = load i64, ptr %c
  call void @release(i64 %n)
  ret void
}

define internal void @one(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @elsewhere, ptr %exception)
  call void @elsewhere(i32 1)
  ret void
}

define internal void @several(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @two, ptr %exception)
  call void @two(i32 1, i32 2)
  ret void
}

define internal void @narrow(ptr %context, ptr %exception) {
  %n = load i8, ptr %context
  call void @__defer_arm(ptr @byte, ptr %exception)
  call void @byte(i8 signext %n)
  ret void
}

define internal void @only.normally(ptr %context, ptr %exception) {
  %panics = icmp ne ptr %exception, null
  br i1 %panics, label %end, label %call
call:
  call void @__defer_arm(ptr @release, ptr %exception)
  call void @release(i64 5)
  br label %end
end:
  ret void
}

define internal void @not.armed(ptr %context, ptr %exception) {
  call void @release(i64 5)
  ret void
}

declare hidden void @release(i64)
declare hidden void @unlock(ptr)
declare hidden void @two(i32, i32)
declare hidden void @byte(i8 signext)
declare void @elsewhere(i32)
declare void @work()
declare void @__defer_arm(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
