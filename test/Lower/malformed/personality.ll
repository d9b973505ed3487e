; Section 4.1: another language's landing pads know types, of which ours have none.
;
; RUN: %malformed

; CHECK: error: {{.*}}in function f {{.*}}: a function that defers cannot have the personality '__gxx_personality_v0'
define void @f() personality ptr @__gxx_personality_v0 {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare i32 @__gxx_personality_v0(...)
