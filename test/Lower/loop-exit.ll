; Rules: 4.3
; A site in a loop's text that leaves the loop is in no cycle: the graph decides,
; not the source.
;
; RUN: %lower %s | %lowered %s --implicit-check-not=@__defer_allocate
; RUN: %opt -disable-output -passes='print<defer>' %s 2>&1 | FileCheck --check-prefix=INFO %s

; INFO: component 0: open-coded, runs once at most

; CHECK-LABEL: define void @f(
; CHECK:         call void @thunk(ptr null, ptr null)
define void @f(i1 %c, i1 %d) {
entry:
  br label %loop

loop:
  br i1 %c, label %found, label %next

found:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  br label %exit

next:
  br i1 %d, label %loop, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @thunk(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
