; Section 4.1, E5: what is pending when it returns again?
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: a function that defers cannot call one that returns twice: {{.*}}call i32 @setjmp(ptr null)
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call i32 @setjmp(ptr null)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare i32 @setjmp(ptr) returns_twice

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
