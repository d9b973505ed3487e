; Rules: 4.1, 4.7
; The pass may run any number of times; after the first it changes nothing.
;
; RUN: %opt -S -passes=lower-defer %s -o %t.1.ll
; RUN: %opt -S -passes=lower-defer %t.1.ll -o %t.2.ll
; RUN: %opt -S -passes=lower-defer,lower-defer %s -o %t.3.ll
; RUN: sed 's/;.*//' %t.1.ll > %t.1
; RUN: sed 's/;.*//' %t.2.ll | diff %t.1 -
; RUN: sed 's/;.*//' %t.3.ll | diff %t.1 -

define void @f(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %loop

loop:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  br i1 %c, label %loop, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
