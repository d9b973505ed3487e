; 4.1: an intrinsic is a function's declaration, under no other guise.
;
; RUN: %malformed

; CHECK: error: 'defer.run.needs_fpass_plugin_LowerDefer_so' must be a function's declaration
@defer.run.needs_fpass_plugin_LowerDefer_so = alias void (), ptr @other

define void @other() {
  ret void
}

define void @f() {
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}
