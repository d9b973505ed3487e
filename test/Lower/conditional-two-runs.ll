; Rules: 4.3
; A bit and several runs: the chain's bodies have PHIs and code that clears the bit.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define i32 @f(
; CHECK:         switch i32
define i32 @f(i1 %c, i1 %d) {
entry:
  br i1 %c, label %site, label %join

site:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %join

join:
  call void @work()
  br i1 %d, label %yes, label %no

yes:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret i32 1

no:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret i32 2
}

declare void @work()
declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
