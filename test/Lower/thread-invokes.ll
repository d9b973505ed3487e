; 4.3: a test whose outcome is known on each way to the invoke before it is no test: the
; invoke is there once for each outcome. A loop's head is not copied, nor is much code.
;
; RUN: %opt -S -passes=defer-thread-invokes -verify-each %s | FileCheck %s

; CHECK-LABEL: define i64 @f(
; CHECK:       entry:
; CHECK-NEXT:    br i1 %c, label %then, label %body
; CHECK:       then:
; CHECK:         br label %[[WAY:body.thread.*]]
; CHECK:       [[WAY]]:
; CHECK-NEXT:    br label %[[COPY:.+]]
; CHECK:       [[COPY]]:
; CHECK-NEXT:    [[X2:%.+]] = add i64 %n, 2
; CHECK-NEXT:    [[R2:%.+]] = invoke i64 @work(i64 [[X2]])
; CHECK-NEXT:            to label %[[TEST:.+]] unwind label %pad
; CHECK:       body:
; CHECK-NEXT:    [[X1:%.+]] = add i64 %n, 1
; CHECK-NEXT:    [[R1:%.+]] = invoke i64 @work(i64 [[X1]])
; CHECK-NEXT:            to label %test unwind label %pad
; CHECK:       [[TEST]]:
; CHECK-NEXT:    br label %unlock
; CHECK:       test:
; CHECK-NEXT:    br label %exit
; CHECK:       unlock:
; CHECK-NEXT:    call void @__unlock()
; CHECK:       exit:
; CHECK:         phi i64 [ [[R1]], %test ], [ [[R2]], %unlock ]
; CHECK:       pad:
; CHECK-NEXT:    phi i64 [ [[X2]], %[[COPY]] ], [ [[X1]], %body ]
define i64 @f(i1 %c, i64 %n) personality ptr @__defer_personality_v0 {
entry:
  br i1 %c, label %then, label %body

then:
  call void @__lock()
  br label %body

body:
  %k = phi i64 [ 1, %entry ], [ 2, %then ]
  %x = add i64 %n, %k
  %r = invoke i64 @work(i64 %x)
      to label %test unwind label %pad

test:
  br i1 %c, label %unlock, label %exit

unlock:
  call void @__unlock()
  br label %exit

exit:
  ret i64 %r

pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @__use(i64 %x)
  resume { ptr, i32 } %p
}

; Of several ways that stay, each keeps its value.
; CHECK-LABEL: define i64 @ways(
; CHECK:       body:
; CHECK:         phi i64 [ 1, %entry ], [ 3, %other ]
; CHECK-NEXT:    invoke i64 @work
; CHECK-NEXT:            to label %test
define i64 @ways(i64 %n) personality ptr @__defer_personality_v0 {
entry:
  switch i64 %n, label %body [
    i64 1, label %then
    i64 2, label %other
  ]
then:
  call void @__lock()
  br label %body
other:
  call void @__use(i64 %n)
  br label %body
body:
  %pending = phi i1 [ false, %entry ], [ true, %then ], [ false, %other ]
  %k = phi i64 [ 1, %entry ], [ 2, %then ], [ 3, %other ]
  %r = invoke i64 @work(i64 %k)
      to label %test unwind label %pad
test:
  br i1 %pending, label %unlock, label %exit
unlock:
  call void @__unlock()
  br label %exit
exit:
  ret i64 %r
pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
}

; CHECK-LABEL: define void @loop(
; CHECK-COUNT-1: invoke i64 @work
; CHECK-NOT:     invoke
; CHECK-LABEL: define void @unknown(
; CHECK-COUNT-1: invoke i64 @work
; CHECK-NOT:     invoke
; CHECK-LABEL: define void @theirs(
; CHECK-COUNT-1: invoke i64 @work
; CHECK-NOT:     invoke
define void @loop(i64 %n) personality ptr @__defer_personality_v0 {
entry:
  br label %body
body:
  %first = phi i1 [ true, %entry ], [ false, %test ]
  %r = invoke i64 @work(i64 %n)
      to label %test unwind label %pad
test:
  br i1 %first, label %body, label %exit
exit:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
}

define void @unknown(i1 %a, i1 %b, i64 %n) personality ptr @__defer_personality_v0 {
entry:
  br i1 %a, label %then, label %body
then:
  call void @__lock()
  br label %body
body:
  %r = invoke i64 @work(i64 %n)
      to label %test unwind label %pad
test:
  br i1 %b, label %unlock, label %exit
unlock:
  call void @__unlock()
  br label %exit
exit:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
}

define void @theirs(i1 %c, i64 %n) personality ptr @__gcc_personality_v0 {
entry:
  br i1 %c, label %then, label %body
then:
  call void @__lock()
  br label %body
body:
  %r = invoke i64 @work(i64 %n)
      to label %test unwind label %pad
test:
  br i1 %c, label %unlock, label %exit
unlock:
  call void @__unlock()
  br label %exit
exit:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
}

declare i64 @work(i64)
declare void @__lock() nounwind
declare void @__unlock() nounwind
declare void @__use(i64) nounwind
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)
