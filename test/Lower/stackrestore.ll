; Rules: 4.3
; Stack memory that a scope has given back is still wanted by deferred calls. In a
; loop it is given back all the same.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @f(
; CHECK:       loop:
; CHECK:         call void @llvm.stackrestore
; CHECK:         br i1 %c
; CHECK-NOT:     call void @llvm.stackrestore
; CHECK:         ret void
define void @f(i1 %c, i64 %n) {
entry:
  br label %loop

loop:
  %s = call ptr @llvm.stacksave.p0()
  %a = alloca i8, i64 %n
  call void @use(ptr %a)
  call void @llvm.stackrestore.p0(ptr %s)
  br i1 %c, label %loop, label %scope

scope:
  %t = call ptr @llvm.stacksave.p0()
  %b = alloca i8, i64 %n
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr %b, i64 4, i64 1)
  call void @llvm.stackrestore.p0(ptr %t)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @use(ptr)
declare ptr @llvm.stacksave.p0()
declare void @llvm.stackrestore.p0(ptr)
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
