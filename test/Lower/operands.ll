; Rules: 4.3
; Thunk and context may be values, defined where the site stands: they reach the
; chains, past ways that did not pass the site.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @f(i1 %c, ptr %table)
; CHECK:       site:
; CHECK-NEXT:    [[CONTEXT:%.+]] = getelementptr i8, ptr %table, i64 8
; CHECK-NEXT:    [[THUNK:%.+]] = load ptr, ptr %table
; CHECK:       join:
; CHECK-DAG:     [[T:%.+]] = phi ptr [ [[THUNK]],
; CHECK-DAG:     [[C:%.+]] = phi ptr [ [[CONTEXT]],
; CHECK:         call void @__work()
; CHECK:         call void [[T]](ptr [[C]], ptr null)
define void @f(i1 %c, ptr %table) {
entry:
  br i1 %c, label %site, label %join

site:
  %context = getelementptr i8, ptr %table, i64 8
  %thunk = load ptr, ptr %table
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr %thunk, ptr %context, i64 4, i64 4)
  br label %join

join:
  call void @__work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @__work() nounwind
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
