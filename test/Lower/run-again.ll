; Section 4.1: after a run nothing is pending, and what is deferred then waits for the next.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -disable-output -passes='print<defer>' %s 2>&1 | FileCheck --check-prefix=INFO %s

; INFO-DAG: run in block %entry: pending {1}
; INFO-DAG: run in block %entry: pending {0}

; CHECK-LABEL: define void @f()
; CHECK:         call void @work()
define void @f() {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  call void @work()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
