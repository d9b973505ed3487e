; 4.4: a cycle with two entries, and a run that leads back to it.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define void @f(i1 %c, i1 %d) {
entry:
  br i1 %c, label %a, label %b
a:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  br i1 %d, label %b, label %exit
b:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call void @work()
  br i1 %c, label %a, label %exit
exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br i1 %d, label %a, label %out
out:
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @work()
declare void @th(ptr, ptr)
