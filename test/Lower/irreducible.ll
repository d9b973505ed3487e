; Rules: 4.4
; A cycle with two entries, as `goto` makes them: both sites are in it, and share
; one list.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -disable-output -passes='print<defer>' %s 2>&1 | FileCheck --check-prefix=INFO %s

; INFO:      component 0: records, in a cycle
; INFO-NEXT:   site {{.*}}(ptr @{{first|second}},
; INFO-NEXT:   site {{.*}}(ptr @{{first|second}},
; INFO-NOT:  component 1

; CHECK-LABEL: define void @f(i1 %c, i1 %d)
; CHECK:         %defer.list = alloca { ptr, ptr, ptr, ptr }
; CHECK-NOT:     alloca {
; CHECK:       a:
; CHECK:         getelementptr {{.*}}ptr %defer.list, i32 0, i32 0
; CHECK:         store ptr @first,
; CHECK:       b:
; CHECK:         getelementptr {{.*}}ptr %defer.list, i32 0, i32 0
; CHECK:         store ptr @second,
; CHECK-COUNT-2: call ptr @__defer_allocate(ptr %defer.list,
; CHECK:         invoke void @__defer_drain(ptr %defer.list, ptr null)
define void @f(i1 %c, i1 %d) {
entry:
  br i1 %c, label %a, label %b

a:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %b

b:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  br i1 %d, label %a, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
