; Section 4.4: two loops are two components: a list for each, drained one after the other.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -disable-output -passes='print<defer>' %s 2>&1 | FileCheck --check-prefix=INFO %s

; INFO:      component 0: records, in a cycle
; INFO-NEXT:   site {{.*}}(ptr @second,
; INFO-NEXT: component 1: records, in a cycle
; INFO-NEXT:   site {{.*}}(ptr @first,

; CHECK-LABEL: define void @f(i1 %c)
; CHECK:         [[LIST2:%.+]] = alloca { ptr, ptr, ptr, ptr }
; CHECK:         [[LIST1:%.+]] = alloca { ptr, ptr, ptr, ptr }
; CHECK:       one:
; CHECK:         getelementptr {{.*}}ptr [[LIST_OF_FIRST:%[^,]+]], i32 0, i32 0
; CHECK:         store ptr @first,
; CHECK:       two:
; CHECK:         getelementptr {{.*}}ptr [[LIST_OF_SECOND:%[^,]+]], i32 0, i32 0
; CHECK:         store ptr @second,
; CHECK-DAG:     call ptr @__defer_allocate(ptr [[LIST_OF_FIRST]],
; CHECK-DAG:     call ptr @__defer_allocate(ptr [[LIST_OF_SECOND]],
; CHECK:       defer.call:
; CHECK-NEXT:    invoke void @__defer_drain(ptr [[LIST_OF_SECOND]], ptr null)
; CHECK:       defer.call{{.+}}:
; CHECK-NEXT:    invoke void @__defer_drain(ptr [[LIST_OF_FIRST]], ptr null)
define void @f(i1 %c) {
entry:
  br label %one

one:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br i1 %c, label %one, label %two

two:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  br i1 %c, label %two, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
