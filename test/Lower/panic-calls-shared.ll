; 4.5, P3: calls of one function with several addresses name it once: the last one does (20
; bytes: 6, the address behind it), the others say how far that one is (12). A struct that
; is passed in memory is copied by the run-time, which gets its address (13, 3 words).
;
; RUN: %lower %s | %lowered %s

target triple = "x86_64-unknown-linux-gnu"
%struct.point = type { i64, i64, i64 }
%struct.odd = type { i64, i64, i32 }
@one = hidden global i32 0
@two = hidden global i32 0
@three = hidden global i32 0

; The last deferred one is the first: 12, the next one is the next, 3 elements further is
; the one with the function; the second is in another's way.
; CHECK: @same.panic = private unnamed_addr constant [5 x { i32, i32 }]
; CHECK-SAME: @three to i64), {{.*}} to i32), i32 12316 },
; CHECK-SAME: @other to i64), {{.*}} to i32), i32 4117 },
; CHECK-SAME: @two to i64), {{.*}} to i32), i32 4124 },
; CHECK-SAME: @unlock to i64), {{.*}} to i32), i32 6 },
; CHECK-SAME: @one to i64), {{.*}} to i32), i32 0 }]

; Word 0 and 3 words: 13, slot 0x300.
; CHECK: @copied.panic = private unnamed_addr constant [1 x { i32, i32 }]
; CHECK-SAME: @record to i64), {{.*}} to i32), i32 3145741 }]
; Not of whole words: a thunk.
; CHECK: @odd.panic = private unnamed_addr constant
; CHECK-SAME: @record.odd{{.*}} to i64)

define void @same() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @unlocks.one, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @unlocks.two, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @others, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @unlocks.three, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

; The address of the variable itself: nothing is copied before the run-time does.
; CHECK-LABEL: define void @copied(
; CHECK:         %[[CONTEXT:.+]] = alloca %struct.point
; CHECK-NOT:     alloca
; CHECK:         %[[WORD:.+]] = ptrtoint ptr %[[CONTEXT]] to i64
; CHECK-NEXT:    {{.*}}notail call { i64, i64 } @__defer_unwind_words(ptr {{.+}}, ptr {{.+}}, i64 %[[WORD]], i64 poison
define void @copied(ptr %from) {
  %context = alloca %struct.point
  call void @llvm.memcpy.p0.p0.i64(ptr %context, ptr %from, i64 24, i1 false)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @records, ptr %context, i64 24, i64 8)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @odd(ptr %from) {
  %context = alloca %struct.odd
  call void @llvm.memcpy.p0.p0.i64(ptr %context, ptr %from, i64 20, i1 false)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @record.odd, ptr %context, i64 20, i64 4)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @unlocks.one(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @unlock, ptr %exception)
  call void @unlock(ptr @one)
  ret void
}
define internal void @unlocks.two(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @unlock, ptr %exception)
  call void @unlock(ptr @two)
  ret void
}
define internal void @unlocks.three(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @unlock, ptr %exception)
  call void @unlock(ptr @three)
  ret void
}
define internal void @others(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @other, ptr %exception)
  call void @other(i32 1)
  ret void
}
define internal void @records(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @record, ptr %exception)
  call void @record(ptr byval(%struct.point) align 8 %context)
  ret void
}
define internal void @record.odd(ptr %context, ptr %exception) {
  call void @__defer_arm(ptr @takes.odd, ptr %exception)
  call void @takes.odd(ptr byval([5 x i32]) align 8 %context)
  ret void
}

declare dso_local void @unlock(ptr)
declare dso_local void @other(i32)
declare dso_local void @record(ptr byval(%struct.point))
declare dso_local void @takes.odd(ptr byval([5 x i32]))
declare void @work()
declare void @__defer_arm(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
