; Section 4.1: not in a global variable either.
;
; RUN: %malformed

; CHECK: error: {{.*}}'defer.run.needs_fpass_plugin_LowerDefer_so' may only be called, directly
@g = global ptr @defer.run.needs_fpass_plugin_LowerDefer_so

declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
