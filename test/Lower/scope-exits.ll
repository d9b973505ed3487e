; Section 4.1: a cleanup that ends in a switch, as Clang's does: the default is a way around
; the run, but no number that is stored leads there, through two scopes. Where one does, or
; nothing may have been stored, it is one.
;
; RUN: %opt -passes=lower-defer -S %s | FileCheck %s
; RUN: sed 's/store i32 3, ptr %dest/store i32 1, ptr %dest/' %s > %t.bad.ll
; RUN: not %opt -passes=lower-defer -S %t.bad.ll 2>&1 | FileCheck --check-prefix=ERROR %s
; RUN: sed 's/store i32 3, ptr %dest/store i32 3, ptr %other/' %s > %t.unset.ll
; RUN: not %opt -passes=lower-defer -S %t.unset.ll 2>&1 | FileCheck --check-prefix=ERROR %s
;
; ERROR: error: {{.*}}deferred calls may be pending at this return

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @done(ptr, ptr)
declare void @inner()
declare void @outer()

; CHECK-LABEL: define void @leaves(
; CHECK-NOT:     %defer.pending
; CHECK:         invoke void @inner()
; CHECK:         invoke void @outer()
; CHECK:         call void @done(ptr null, ptr null)
; CHECK:         ret void
define void @leaves(i1 %c) {
entry:
  %dest = alloca i32
  %other = alloca i32
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @done, ptr null, i64 0, i64 1)
  br i1 %c, label %leave, label %stay

leave:
  store i32 3, ptr %dest
  br label %cleanup

stay:
  store i32 0, ptr %dest
  br label %cleanup

cleanup:
  call void @inner()
  %number = load i32, ptr %dest
  switch i32 %number, label %cleanup.outer [ i32 0, label %next ]

next:
  store i32 4, ptr %dest
  br label %cleanup.outer

cleanup.outer:
  call void @outer()
  %number.outer = load i32, ptr %dest
  switch i32 %number.outer, label %return [
    i32 3, label %exit
    i32 4, label %exit
  ]

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br label %return

return:
  ret void
}
