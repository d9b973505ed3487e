; Section 4.1: what is pending at a return would be forgotten.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: deferred calls may be pending at this return: no defer.run on a way to it: {{.*}}ret i32 2
define i32 @f(i1 %c) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br i1 %c, label %a, label %b

a:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret i32 1

b:
  ret i32 2
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
