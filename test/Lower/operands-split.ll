; 4.3: two sites and a run in one block. Where a site stood is the end of what comes
; before it when all are taken out: the thunk's value is known there, and not before.
;
; RUN: %lower %s | %lowered %s
; RUN: %lower %s | opt -S -passes=mem2reg | FileCheck %s --check-prefix=VALUE

; CHECK-LABEL: define void @f(
; CHECK-NOT:     void poison(
; VALUE:         [[THUNK:%.+]] = load volatile ptr, ptr %table
; VALUE:         invoke void [[THUNK]](ptr null, ptr null)
define void @f(ptr %table) {
entry:
  call void @__work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  %thunk = load volatile ptr, ptr %table
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr %thunk, ptr null, i64 0, i64 1)
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @__work() nounwind
declare void @first(ptr, ptr) nounwind
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
