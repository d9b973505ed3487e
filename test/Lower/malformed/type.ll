; Section 4.1: a declaration of a wrong type.
;
; RUN: %malformed

; CHECK: error: {{.*}}'defer.call.needs_fpass_plugin_LowerDefer_so' must have the type void (ptr, ptr, i64, i64)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i32, i32)
