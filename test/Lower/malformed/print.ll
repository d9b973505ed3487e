; Section 4.1: print<defer> reports what it cannot print.
;
; RUN: not %opt -disable-output -passes='print<defer>' %s 2>&1 | FileCheck %s

; CHECK: error: {{.*}}in function f {{.*}}: the thunk must not be null
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr null, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}


declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
