; 4.5: arguments of all kinds stay with a call that becomes an invoke.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define void @f(ptr sret({i64,i64,i64}) %r, ptr byval(i64) %b, ptr inalloca(i64) %i) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call void @x(ptr sret({i64,i64,i64}) %r, ptr byval(i64) %b)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
declare void @x(ptr, ptr)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @th(ptr, ptr)
