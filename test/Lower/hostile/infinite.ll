; 4.4: a loop without an exit that defers, beside a way that returns.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define void @f(i1 %c) {
entry:
  br i1 %c, label %loop, label %exit
loop:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call void @work()
  br label %loop
exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @work()
declare void @th(ptr, ptr)
