; 4.1: swifterror arguments and values.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define swiftcc void @f(ptr swifterror %e, ptr swiftself %s) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call swiftcc void @sw(ptr swifterror %e)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call swiftcc void @sw(ptr swifterror %e)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
declare swiftcc void @sw(ptr swifterror)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @th(ptr, ptr)
