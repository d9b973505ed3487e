; Section 4.1: a result that the intrinsic does not have.
;
; RUN: %malformed

; CHECK: error: {{.*}}'defer.run.needs_fpass_plugin_LowerDefer_so' must have the type void ()
declare i1 @defer.run.needs_fpass_plugin_LowerDefer_so()
