; 4.1: an unused frame with an alloca behind it, which stays in the entry block.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
; CHECK-NEXT: entry:
; CHECK-DAG: %y = alloca i32
; CHECK-DAG: %x = alloca i32
; CHECK: br label
define i32 @f() {
entry:
  %x = alloca i32
  %a = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  %y = alloca i32
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call void @work()
  store i32 1, ptr %y
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %v = load i32, ptr %y
  ret i32 %v
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
declare void @work()
declare void @th(ptr, ptr)
