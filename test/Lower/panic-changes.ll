; 4.5, P2: a block that only changes an integer is a step of the panic table, and needs no
; function: 15, the size's logarithm, 4 if what is there counts, and the number. Where no
; pending call may recover the function does not go on.
;
; RUN: %lower %s | %lowered %s
; RUN: echo '!llvm.module.flags = !{!0}' > %t.flag
; RUN: echo '!0 = !{i32 1, !"Code Model", i32 3}' >> %t.flag
; RUN: cat %s %t.flag > %t.medium.ll
; RUN: %lower %t.medium.ll | %lowered %s --check-prefix=MEDIUM

@long = hidden global i64 0
@pair = hidden global [2 x i32] zeroinitializer
@byte = internal global i8 0
@far = external global i64
@thread = internal thread_local global i64 0

; -1 << 3 | 4 | 3 is -1; 12 bits further left, and 15: -4081. The second integer, 65535,
; and 1 for the next step: 2147475487.
; CHECK: @changes.panic = private unnamed_addr constant [4 x { i32, i32 }]
; CHECK-SAME: @byte to i64), {{.*}} to i32), i32 -2752481 },
; CHECK-SAME: @pair, i64 4) to i64), {{.*}} to i32), i32 2147475487 },
; CHECK-SAME: @long to i64), {{.*}} to i32), i32 -4065 },
; CHECK-SAME: @recovers to i64), {{.*}} to i32), i32 0 }]
;
; Where data may be far away, as with -mcmodel=medium:
; MEDIUM: @changes.panic = private unnamed_addr constant [4 x { i32, i32 }]
; MEDIUM-SAME: ptrtoint (ptr @sets to i64)
; MEDIUM-SAME: ptrtoint (ptr @most to i64)
; MEDIUM-SAME: ptrtoint (ptr @less to i64)
;
; Numbers of more bits, other places, and whatever else is done: thunks.
; CHECK: @others.panic = private unnamed_addr constant [7 x { i32, i32 }]
; CHECK-SAME: @asks to i64)
; CHECK-SAME: @is.volatile to i64)
; CHECK-SAME: @two to i64)
; CHECK-SAME: @doubles to i64)
; CHECK-SAME: @of.thread to i64)
; CHECK-SAME: @of.other to i64)
; CHECK-SAME: @more to i64), {{.*}} to i32), i32 0 }]

; One of them may recover.
; CHECK-LABEL: define void @changes(
; CHECK:         notail call void @__defer_unwind({{.*}}@changes.panic, ptr null){{$}}
; CHECK-NEXT:    br label %defer.recovered
define void @changes() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @recovers, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @less, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @most, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @sets, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; CHECK-LABEL: define void @others(
; CHECK:         notail call void @__defer_unwind({{.*}}@others.panic, ptr null) #[[NORETURN:[0-9]+]]
; CHECK-NEXT:    unreachable
define void @others() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @more, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @of.other, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @of.thread, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @doubles, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @two, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @is.volatile, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @asks, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; A thunk of another module may do anything; a list has thunks that are not known.
; CHECK-LABEL: define void @unknown(
; CHECK:         @__defer_unwind(
; CHECK-NEXT:    br label %defer.recovered
define void @unknown() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @elsewhere, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
; CHECK-LABEL: define void @list(
; CHECK:         @__defer_unwind_words(
; CHECK-NEXT:    br label %defer.recovered
define void @list(i1 %c) {
  br label %loop
loop:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @less, ptr null, i64 0, i64 1)
  call void @work()
  br i1 %c, label %loop, label %end
end:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
; CHECK: attributes #[[NORETURN]] = { noreturn }

define internal void @recovers(ptr %context, ptr %exception) {
  %1 = call ptr @__defer_recover(ptr %exception)
  ret void
}
define internal void @less(ptr %context, ptr %exception) {
  %1 = load i64, ptr @long
  %2 = add nsw i64 %1, -1
  store i64 %2, ptr @long
  ret void
}
define internal void @most(ptr %context, ptr %exception) {
  %1 = load i32, ptr getelementptr inbounds (i8, ptr @pair, i64 4)
  %2 = sub i32 %1, -65535
  store i32 %2, ptr getelementptr inbounds (i8, ptr @pair, i64 4)
  ret void
}
define internal void @sets(ptr %context, ptr %exception) {
  store i8 -84, ptr @byte
  ret void
}

define internal void @more(ptr %context, ptr %exception) {
  store i64 65536, ptr @long
  ret void
}
define internal void @of.other(ptr %context, ptr %exception) {
  store i64 0, ptr @far
  ret void
}
define internal void @of.thread(ptr %context, ptr %exception) {
  store i64 0, ptr @thread
  ret void
}
define internal void @doubles(ptr %context, ptr %exception) {
  %1 = load i64, ptr @long
  %2 = mul i64 %1, 2
  store i64 %2, ptr @long
  ret void
}
define internal void @two(ptr %context, ptr %exception) {
  store i64 0, ptr @long
  store i64 1, ptr @long
  ret void
}
define internal void @is.volatile(ptr %context, ptr %exception) {
  store volatile i64 0, ptr @long
  ret void
}
define internal void @asks(ptr %context, ptr %exception) {
  %1 = load i64, ptr @long
  %2 = add i64 %1, %1
  store i64 %2, ptr @long
  ret void
}

declare dso_local void @elsewhere(ptr, ptr)
declare void @work()
declare ptr @__defer_recover(ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
