; 4.3: a thunk that never returns, inlined.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define internal void @t(ptr %c, ptr %e) noreturn {
  call void @work()
  unreachable
}
define void @f(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  br i1 %c, label %a, label %b
a:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @t, ptr null, i64 0, i64 1)
  br label %b
b:
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @work()
declare void @th(ptr, ptr)
