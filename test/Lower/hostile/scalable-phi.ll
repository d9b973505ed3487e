; 4.3: so are vectors whose size nobody knows.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define <vscale x 4 x i32> @f(i1 %c, <vscale x 4 x i32> %v) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  br i1 %c, label %a, label %b
a:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %k = add <vscale x 4 x i32> %v, %v
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  br label %b
b:
  %p = phi <vscale x 4 x i32> [ %v, %entry ], [ %k, %a ]
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret <vscale x 4 x i32> %p
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @th(ptr, ptr)
