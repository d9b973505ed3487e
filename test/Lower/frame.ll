; P2, 4.5: defer.frame says where the function goes on once a panic was recovered; nothing
; is left of it on the normal path.
;
; RUN: %lower %s | %lowered %s --implicit-check-not=returns_twice

; CHECK-LABEL: define i32 @f(i32 %n)
; CHECK:       entry:
; CHECK-NEXT:    %result = alloca i32
; CHECK-NEXT:    store i32 0, ptr %result
; CHECK-NEXT:    br label %body
; CHECK:       out:
; CHECK-NEXT:    [[R:%.+]] = load i32, ptr %result
; CHECK-NEXT:    ret i32 [[R]]
; CHECK:       defer.recovered:
; CHECK-NEXT:    br label %out
define i32 @f(i32 %n) {
entry:
  %result = alloca i32
  store i32 0, ptr %result
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr %result)
  br i1 %again, label %out, label %body

body:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  %v = call i32 @work(i32 %n)
  store i32 %v, ptr %result
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br label %out

out:
  %r = load i32, ptr %result
  ret i32 %r
}

declare i32 @work(i32)
declare void @first(ptr, ptr)
declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr) returns_twice
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
