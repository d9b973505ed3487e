; D9, 4.3: thunks that defer each other, or themselves, come to an end.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @self(
; CHECK:         call void @self(ptr null, ptr null)
; CHECK-LABEL: define internal void @a(
; CHECK:         call void @{{[ab]}}(ptr null, ptr null)
; CHECK-LABEL: define void @start(
; CHECK:         call void @{{[ab]}}(ptr null, ptr null)
define void @self(ptr %context, ptr %exception) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @self, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @a(ptr %context, ptr %exception) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @b, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @b(ptr %context, ptr %exception) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @a, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @start() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @a, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
