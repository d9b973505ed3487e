; Rules: 4.1
; print<defer>: sites, components, decision and reason, and what is pending where.
;
; RUN: %opt -disable-output -passes='print<defer>' %s 2>&1 | FileCheck %s

; CHECK:      Deferred calls of function 'f':
; CHECK-NEXT:   component 0: open-coded, runs once at most
; CHECK-NEXT:     site  call void @defer.call.needs_fpass_plugin_LowerDefer_so{{.*}}(ptr @third, ptr null, i64 0, i64 1)
; CHECK-NEXT:   component 1: records, in a cycle
; CHECK-NEXT:     site  call void @defer.call.needs_fpass_plugin_LowerDefer_so{{.*}}(ptr @second, ptr null, i64 0, i64 1)
; CHECK-NEXT:   component 2: open-coded, runs once at most
; CHECK-NEXT:     site  call void @defer.call.needs_fpass_plugin_LowerDefer_so{{.*}}(ptr @first, ptr null, i64 0, i64 1)
; CHECK-NEXT:   run in block %exit: pending {0?, 1?, 2}
; CHECK-NEXT:     from %site: {0, 1?, 2}
; CHECK-NEXT:     from %done: {1?, 2}
; CHECK-NOT:  {{.}}
define void @f(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %loop

loop:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  br i1 %c, label %loop, label %done

done:
  br i1 %c, label %exit, label %site

site:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @third, ptr null, i64 0, i64 1)
  br label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @no_defer() {
  ret void
}

declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @third(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
