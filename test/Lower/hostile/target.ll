; 4.3: a thunk for another kind of machine is called.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
; CHECK: call void @tav(
define void @f() "target-features"="+sse2" {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @tav, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
define internal void @tav(ptr %c, ptr %e) "target-features"="+avx512f" {
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
