; Rules: 4.3
; Each of a few sites has a bit of its own, of which LLVM finds what it is; the sites that
; surely ran have none.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define void @f(i1 %c, i1 %d)
; CHECK-COUNT-2: alloca i1
; CHECK-NOT:     alloca
; CHECK:       a:
; CHECK-NEXT:    store i1 true, ptr [[A:%.+]], align
; CHECK:       b:
; CHECK-NOT:     store i1 true, ptr [[A]],
; CHECK:         store i1 true, ptr %
; CHECK-NOT:     store i1 true
; CHECK:       declare
define void @f(i1 %c, i1 %d) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @sure, ptr null, i64 0, i64 1)
  br i1 %c, label %a, label %next

a:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %next

next:
  br i1 %d, label %b, label %join

b:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  br label %join

join:
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare void @sure(ptr, ptr)
declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
