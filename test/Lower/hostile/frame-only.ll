; 4.1: a frame and no defer.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define i32 @f(i1 %c) {
entry:
  %a = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr null)
  br i1 %a, label %x, label %y
x:
  ret i32 1
y:
  ret i32 2
}

declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr)
