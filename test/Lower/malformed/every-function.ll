; Rules: 4.1
; In a compiler, which goes on after an error, each malformed function is reported.
;
; RUN: not %clang -x ir -Wno-override-module -S -o - -fpass-plugin=%pass-plugin %s 2>&1 | FileCheck %s --implicit-check-not=Stack

; CHECK: error: {{.*}}in function f {{.*}}: the thunk must not be null
; CHECK: error: {{.*}}in function g {{.*}}: the thunk must not be null
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr null, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @g() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr null, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
