; Section 4.1: the same for what may be pending: nothing is after no iteration.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: deferred calls may be pending at this return
define void @f(i1 %c) {
entry:
  br label %head

head:
  br i1 %c, label %loop, label %exit

loop:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %head

exit:
  ret void
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
