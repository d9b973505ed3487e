; 4.1: a thunk by an alias, and ones that are no functions.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
@al = alias void (ptr, ptr), ptr @th2
define void @th2(ptr %c, ptr %e) { ret void }
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @al, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr undef, ptr poison, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr inttoptr (i64 8 to ptr), ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @work()
declare void @th(ptr, ptr)
