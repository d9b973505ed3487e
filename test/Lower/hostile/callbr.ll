; 4.1: `asm goto`, its result included, with something pending and two runs.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define void @f(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  %v = callbr i32 asm sideeffect "", "=r,!i"() to label %a [label %b]
a:
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %w = add i32 %v, 1
  store volatile i32 %w, ptr null
  ret void
b:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  store volatile i32 %v, ptr null
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @work()
declare void @th(ptr, ptr)
