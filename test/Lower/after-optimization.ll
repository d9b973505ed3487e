; SPEC 4.7: a whole pipeline may run before the lowering. LLVM does not know the
; pass here; a function with intrinsics left is not inlined.
;
; RUN: %opt-bare -S -passes='default<O2>' %s -o %t.ll
; RUN: FileCheck --check-prefix=BEFORE %s < %t.ll
; RUN: %lower %t.ll | %lowered %s
; RUN: %opt -S -passes='default<O2>' %t.ll | %lowered %s

; BEFORE-LABEL: define void @f(
; BEFORE:         call void @defer.call.needs_fpass_plugin_LowerDefer_so
; BEFORE-LABEL: define void @caller(
; BEFORE:         call void @f(

; CHECK-LABEL: define void @f(
; CHECK:         @first(ptr
; CHECK:         @first(ptr
define void @f(i32 %n) {
entry:
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %again, label %out, label %body

body:
  %context = alloca i32
  store i32 %n, ptr %context
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr %context, i64 4, i64 4)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br label %out

out:
  ret void
}

define void @caller() {
  call void @f(i32 1)
  call void @work()
  ret void
}

declare void @work()
declare void @first(ptr, ptr)
declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr) noduplicate nounwind returns_twice
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64) noduplicate nounwind
declare void @defer.run.needs_fpass_plugin_LowerDefer_so() noduplicate
