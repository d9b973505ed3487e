; Section 4.2: the plugin's pass runs at the start of a pipeline, at every level, in optnone
; functions too.
;
; RUN: %opt -S -passes='default<O0>' %s | %lowered %s
; RUN: %opt -S -passes='default<O2>' %s | %lowered %s
; RUN: %opt -S -passes='thinlto-pre-link<O2>' %s | %lowered %s
; RUN: %opt -S -passes='lto-pre-link<O2>' %s | %lowered %s

; CHECK-LABEL: define void @f()
; CHECK:         invoke void @work()
; CHECK-LABEL: define void @g()
; CHECK:         invoke void @work()
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @g() noinline optnone {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
