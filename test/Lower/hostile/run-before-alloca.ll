; 4.3: a run in the entry block before an alloca, which stays in the frame.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define {{.*}}@f(
; CHECK-NEXT:  entry:
; CHECK-COUNT-3:   = alloca i32
; CHECK:         br label
define void @f(i1 %c) {
entry:
  %x = alloca i32
  %y = alloca i32
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %a = alloca i32
  store i32 0, ptr %a
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr %a, i64 4, i64 4)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @th(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
