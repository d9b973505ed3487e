; 4.1: a function that is here only to be inlined.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define available_externally void @f()  {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @f.th, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
define available_externally void @f.th(ptr %c, ptr %e)  {
  call void @work()
  ret void
}
define void @g() { call void @f() ret void }

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @work()
declare void @th(ptr, ptr)
