; 4.1: functions that defer themselves and each other.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define void @f(ptr %c, ptr %e) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @f, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
define void @a(ptr %c, ptr %e) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @b, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
define void @b(ptr %c, ptr %e) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @a, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
