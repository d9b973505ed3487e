; 4.3: several edges from one switch to a site and to the run.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define i32 @f(i32 %c) {
entry:
  switch i32 %c, label %a [ i32 1, label %b i32 2, label %b i32 3, label %exit i32 4, label %exit i32 5, label %a ]
a:
  %x = phi i32 [ 1, %entry ], [ 1, %entry ], [ %y, %b ]
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  br label %exit
b:
  %y = phi i32 [ 2, %entry ], [ 2, %entry ]
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  switch i32 %c, label %exit [ i32 1, label %a i32 9, label %exit ]
exit:
  %z = phi i32 [ 3, %entry ], [ 3, %entry ], [ %x, %a ], [ %y, %b ], [ %y, %b ]
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret i32 %z
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @th(ptr, ptr)
