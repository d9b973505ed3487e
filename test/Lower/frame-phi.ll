; P2, 4.5: what an optimizer has made of the entry's branch: values that differ by it, and
; code moved in front of it, which happens again.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define i32 @f(i32 %n, ptr %p)
; CHECK:       out:
; CHECK-NEXT:    [[R:%.+]] = phi i32 {{.*}}[ [[AGAIN:%[0-9]+]], %defer.recovered ]
; CHECK-NEXT:    ret i32 [[R]]
; CHECK:       defer.recovered:
; CHECK-NEXT:    [[AGAIN]] = load i32, ptr %p
; CHECK-NEXT:    br label %out
define i32 @f(i32 %n, ptr %p) {
entry:
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr %p)
  %old = load i32, ptr %p
  br i1 %again, label %out, label %body

body:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  %v = call i32 @work(i32 %n)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br label %out

out:
  %r = phi i32 [ %old, %entry ], [ 7, %body ]
  ret i32 %r
}

; Where no PHI was needed: the code moved there is used on both ways.
; CHECK-LABEL: define i32 @g(i32 %n, ptr %p)
; CHECK:         %old = load i32, ptr %p
; CHECK:       out:
; CHECK-NEXT:    ret i32 [[AGAIN:%[0-9]+]]
; CHECK:         call i32 @work(i32 %old)
; CHECK:       defer.recovered:
; CHECK-NEXT:    [[AGAIN]] = load i32, ptr %p
; CHECK-NEXT:    br label %out
define i32 @g(i32 %n, ptr %p) {
entry:
  %again = call i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr %p)
  %old = load i32, ptr %p
  br i1 %again, label %out, label %body

out:
  ret i32 %old

body:
  %v = call i32 @work(i32 %old)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  %w = call i32 @work(i32 %n)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret i32 %w
}

declare i32 @work(i32)
declare void @first(ptr, ptr)
declare i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr) returns_twice
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
