; 4.4: contexts on the stack whose size nobody knows.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define void @f(i64 %n, i1 %c) {
entry:
  br label %l
l:
  %a = alloca i8, i64 %n
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr %a, i64 8, i64 1)
  br i1 %c, label %l, label %m
m:
  %b = alloca i8, i64 %n
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr %b, i64 8, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @work()
declare void @th(ptr, ptr)
