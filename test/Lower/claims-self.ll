; P9: a function that is said not to unwind and defers. It may, and is left by a
; resume; in a caller that inlined it that would be no call, of which the caller's
; table could say nothing.
;
; RUN: %lower %s | %lowered %s

; CHECK: define void @plain() #[[#PLAIN:]] personality
; CHECK: define void @always() #[[#PLAIN]] personality
; CHECK: define void @quiet() #[[#QUIET:]] {
; CHECK: attributes #[[#PLAIN]] = { noinline nounwind }
; CHECK: attributes #[[#QUIET]] = { nounwind }
define void @plain() nounwind {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @always() nounwind alwaysinline {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @quiet() nounwind {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
