; 4.3: a leaf that only calls something to panic has no pads and no frame: what panics is
; in a function of its own, which returns in its place when it was recovered.
;
; RUN: %opt -S -passes=defer-outline-panics -verify-each %s | FileCheck %s

; CHECK-LABEL: define i64 @leaf(i64 %n) {
; CHECK:       negative:
; CHECK-NEXT:    [[R:%.+]] = tail call i64 @leaf.panics{{.*}}(i64 %n)
; CHECK-NEXT:    ret i64 [[R]]
; CHECK:       big:
; CHECK-NEXT:    [[PHI:%.+]] = phi i64 [ 7, %other ], [ 8, %next ]
; CHECK-NEXT:    [[R:%.+]] = tail call i64 @leaf.panics{{.*}}(i64 [[PHI]])
; CHECK-NEXT:    ret i64 [[R]]
; CHECK:       exit:
; CHECK-NEXT:    ret i64 %n
; CHECK-NOT:     landingpad
; CHECK-LABEL: define i64 @calls(
define i64 @leaf(i64 %n) personality ptr @__defer_personality_v0 {
entry:
  %frame = alloca [2 x i64]
  %c = icmp slt i64 %n, 0
  br i1 %c, label %negative, label %next

negative:
  invoke void @panic(i64 %n)
      to label %never unwind label %pad

next:
  switch i64 %n, label %exit [
    i64 100, label %other
    i64 101, label %big
  ]

other:
  br label %big

big:
  %k = phi i64 [ 7, %other ], [ 8, %next ]
  invoke void @panic(i64 %k)
      to label %never unwind label %pad

never:
  unreachable

pad:
  %zero = phi i64 [ 0, %negative ], [ 1, %big ]
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  store i64 %zero, ptr %frame
  call void @__defer_unwind(ptr %e, ptr @steps, ptr %frame)
  br label %exit

exit:
  %r = phi i64 [ %n, %next ], [ %zero, %pad ]
  ret i64 %r
}

; What may return has a pad on the normal path, and what calls has a frame.
; CHECK:         invoke void @panic(
; CHECK:         invoke void @work()
; CHECK-LABEL: define i64 @framed(
; CHECK:         invoke void @panic(
; CHECK-LABEL: define i64 @goes_on(
; CHECK:         invoke void @panic(
define i64 @calls(i64 %n) personality ptr @__defer_personality_v0 {
entry:
  %c = icmp slt i64 %n, 0
  br i1 %c, label %negative, label %next
negative:
  invoke void @panic(i64 %n)
      to label %never unwind label %pad
next:
  invoke void @work()
      to label %exit unwind label %pad
never:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @steps, ptr null)
  br label %exit
exit:
  ret i64 %n
}

define i64 @framed(i64 %n) personality ptr @__defer_personality_v0 {
entry:
  call void @work()
  %c = icmp slt i64 %n, 0
  br i1 %c, label %negative, label %exit
negative:
  invoke void @panic(i64 %n)
      to label %never unwind label %pad
never:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @steps, ptr null)
  br label %exit
exit:
  ret i64 %n
}

; Nor is a region a function that leads back to what is done after a panic.
define i64 @goes_on(i64 %n, ptr %q) personality ptr @__defer_personality_v0 {
entry:
  %c = icmp slt i64 %n, 0
  br i1 %c, label %negative, label %out
negative:
  invoke void @panic(i64 %n)
      to label %never unwind label %pad
never:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @steps, ptr null)
  br label %out
out:
  store i64 %n, ptr %q
  ret i64 %n
}

; CHECK:       define internal i64 @leaf.panics(i64 %k) #[[COLD:[0-9]+]] personality ptr @__defer_personality_v0 {
; CHECK-NEXT:  big:
; CHECK-NEXT:    %frame = alloca [2 x i64]
; CHECK-NEXT:    invoke void @panic(i64 %k)
; CHECK:         store i64 [[ONE:%.+]], ptr %frame
; CHECK:         call void @__defer_unwind(ptr {{%.+}}, ptr @steps, ptr %frame)
; CHECK:         phi i64 [ [[ONE]], %pad ]
; CHECK:         ret i64
; CHECK:       define internal i64 @leaf.panics.1(i64 %n) #[[COLD]]
; CHECK:       attributes #[[COLD]] = { cold noinline }

@steps = external global [1 x { i32, i32 }]
declare void @__defer_unwind(ptr, ptr, ptr)
declare void @panic(i64) noreturn
declare void @work()
declare i32 @__defer_personality_v0(...)
