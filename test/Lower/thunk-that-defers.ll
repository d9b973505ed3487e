; D9, 4.3: a thunk that defers itself is lowered before it is inlined, and so on.
;
; RUN: %lower %s | %lowered %s

; CHECK:       @outer.panic = {{.*}} @inner to i64
; CHECK:       @f.panic = {{.*}} @outer to i64
; CHECK-LABEL: define void @f()
; CHECK:         invoke void @work(i32 1)
; CHECK:       defer.call:
; CHECK:         invoke void @work(i32 2)
; CHECK:         notail call void @__defer_unwind(ptr {{%.+}}, ptr @outer.panic, ptr null)
; CHECK:         call void @work(i32 3)
; CHECK:         notail call void @__defer_unwind(ptr {{%.+}}, ptr @f.panic, ptr null)
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @outer, ptr null, i64 0, i64 1)
  call void @work(i32 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @outer(ptr %context, ptr %exception) {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @inner, ptr null, i64 0, i64 1)
  call void @work(i32 2)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @inner(ptr %context, ptr %exception) {
  call void @work(i32 3)
  ret void
}

declare void @work(i32)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
