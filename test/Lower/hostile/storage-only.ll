; 4.1: storage and no defer; of no size, too.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define ptr @f() {
  %p = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 0, i64 1)
  %q = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 64, i64 64)
  ret ptr %q
}

declare ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64, i64)
