; 4.4: storage in a cycle that nothing captures.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define void @f(i1 %c) {
entry:
  br label %l
l:
  %q = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 64, i64 64)
  store i8 0, ptr %q
  br i1 %c, label %l, label %e
e:
  ret void
}

declare ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64, i64)
