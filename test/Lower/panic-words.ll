; Section 4.7: a panic that begins at a step that does not ask for a word gets none: the
; value need not live until its pad. What comes back to the function is given always.
;
; RUN: %opt -S -passes=defer-cold-pads %s | FileCheck %s

@f.panic = private unnamed_addr constant [3 x { i32, i32 }] [{ i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @close to i64), i64 ptrtoint (ptr @f.panic to i64)) to i32), i32 4116 }, { i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @close to i64), i64 ptrtoint (ptr getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 1, i32 0) to i64)) to i32), i32 4 }, { i32, i32 } { i32 0, i32 5 }], align 4

; Word 1 is what step 0 alone wants: 4116 is the call of a word, 4, slot 1, and the next
; one is the next.
; CHECK-LABEL: define void @drops(
; CHECK:       unwind:
; CHECK-NEXT:    %[[WORD:.+]] = phi i64 [ %b, %{{.+}} ], [ poison, %{{.+}} ]
; CHECK:         call { i64, i64 } @__defer_unwind_words(ptr %{{.+}}, ptr %{{.+}}, i64 %a, i64 %[[WORD]], i64 poison, i64 poison)
define void @drops(i64 %n) personality ptr @__defer_personality_v0 {
  %a = call i64 @open(i64 %n)
  %b = invoke i64 @open(i64 %a) to label %one unwind label %pad.a
one:
  invoke void @work(i64 %b) to label %two unwind label %pad.b
two:
  invoke void @close(i64 %b) to label %three unwind label %pad.c
three:
  call void @close(i64 %a)
  ret void
pad.a:
  %p = landingpad { ptr, i32 } cleanup
  call void @close(i64 %a)
  resume { ptr, i32 } %p
pad.b:
  %p0 = landingpad { ptr, i32 } cleanup
  br label %unwind
pad.c:
  %p1 = landingpad { ptr, i32 } cleanup
  br label %unwind
unwind:
  %first = phi ptr [ @f.panic, %pad.b ], [ getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 1), %pad.c ]
  %pad = phi { ptr, i32 } [ %p0, %pad.b ], [ %p1, %pad.c ]
  %exception = extractvalue { ptr, i32 } %pad, 0
  %words = call { i64, i64 } @__defer_unwind_words(ptr %exception, ptr %first, i64 %a, i64 %b, i64 poison, i64 poison)
  ret void
}

; CHECK-LABEL: define i64 @comes_back(
; CHECK:         call { i64, i64 } @__defer_unwind_words(ptr %{{.+}}, ptr %{{.+}}, i64 %a, i64 %b, i64 poison, i64 poison)
define i64 @comes_back(i64 %n) personality ptr @__defer_personality_v0 {
  %a = call i64 @open(i64 %n)
  %b = call i64 @open(i64 %a)
  invoke void @work(i64 %b) to label %two unwind label %pad.b
two:
  invoke void @close(i64 %b) to label %three unwind label %pad.c
three:
  call void @close(i64 %a)
  ret i64 0
pad.b:
  %p0 = landingpad { ptr, i32 } cleanup
  br label %unwind
pad.c:
  %p1 = landingpad { ptr, i32 } cleanup
  br label %unwind
unwind:
  %first = phi ptr [ @f.panic, %pad.b ], [ getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 1), %pad.c ]
  %pad = phi { ptr, i32 } [ %p0, %pad.b ], [ %p1, %pad.c ]
  %exception = extractvalue { ptr, i32 } %pad, 0
  %words = call { i64, i64 } @__defer_unwind_words(ptr %exception, ptr %first, i64 %a, i64 %b, i64 poison, i64 poison)
  %back = extractvalue { i64, i64 } %words, 1
  ret i64 %back
}

; Nobody asks: step 2 calls with a number.
; CHECK-LABEL: define void @none(
; CHECK:         call { i64, i64 } @__defer_unwind_words(ptr %{{.+}}, ptr getelementptr {{.*}}@f.panic{{.*}}, i64 poison, i64 poison, i64 poison, i64 poison)
define void @none(i64 %n) personality ptr @__defer_personality_v0 {
  %a = call i64 @open(i64 %n)
  invoke void @work(i64 %a) to label %one unwind label %pad
one:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  %words = call { i64, i64 } @__defer_unwind_words(ptr %exception, ptr getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 2), i64 %a, i64 %n, i64 poison, i64 poison)
  ret void
}

; Bits of a word: step 0 asks for bit 1, step 1 for bit 0 (7, slots 1 and 0). What comes
; to step 1 need not say whether bit 1 is set.
@bits.panic = private unnamed_addr constant [3 x { i32, i32 }] [{ i32, i32 } { i32 0, i32 4119 }, { i32, i32 } { i32 0, i32 23 }, { i32, i32 } { i32 0, i32 5 }], align 4
; CHECK-LABEL: define void @bits(
; CHECK:       unwind:
; CHECK:         %[[HIGH:.+]] = phi i1 [ %high, %{{.+}} ], [ false, %{{.+}} ]
; CHECK:         %[[LOW:.+]] = phi i1 [ %{{.+}}, %{{.+}} ], [ true, %{{.+}} ]
; CHECK:         %[[WIDE:.+]] = zext i1 %[[HIGH]] to i64
; CHECK:         %[[MOVED:.+]] = shl i64 %[[WIDE]], 1
; CHECK:         or i64 %[[MOVED]], %{{.+}}
define void @bits(i64 %n) personality ptr @__defer_personality_v0 {
  %low = icmp ugt i64 %n, 7
  %high = call i1 @condition(i64 %n)
  invoke void @work(i64 1) to label %one unwind label %pad.a
one:
  invoke void @work(i64 2) to label %two unwind label %pad.b
two:
  ret void
pad.a:
  %p0 = landingpad { ptr, i32 } cleanup
  br label %unwind
pad.b:
  %p1 = landingpad { ptr, i32 } cleanup
  br label %unwind
unwind:
  %first = phi ptr [ @bits.panic, %pad.a ], [ getelementptr inbounds ([3 x { i32, i32 }], ptr @bits.panic, i32 0, i32 1), %pad.b ]
  %pad = phi { ptr, i32 } [ %p0, %pad.a ], [ %p1, %pad.b ]
  %bit.1 = phi i1 [ %high, %pad.a ], [ true, %pad.b ]
  %bit.0 = phi i1 [ %low, %pad.a ], [ true, %pad.b ]
  %exception = extractvalue { ptr, i32 } %pad, 0
  %wide.1 = zext i1 %bit.1 to i64
  %moved = shl i64 %wide.1, 1
  %wide.0 = zext i1 %bit.0 to i64
  %word = or i64 %moved, %wide.0
  %words = call { i64, i64 } @__defer_unwind_words(ptr %exception, ptr %first, i64 %word, i64 poison, i64 poison, i64 poison)
  ret void
}

; A table that is not known.
; CHECK-LABEL: define void @unknown(
; CHECK:         call { i64, i64 } @__defer_unwind_words(ptr %{{.+}}, ptr @g.panic, i64 %a, i64 %n, i64 poison, i64 poison)
@g.panic = external constant [3 x { i32, i32 }]
define void @unknown(i64 %n) personality ptr @__defer_personality_v0 {
  %a = call i64 @open(i64 %n)
  invoke void @work(i64 %a) to label %one unwind label %pad
one:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  %words = call { i64, i64 } @__defer_unwind_words(ptr %exception, ptr @g.panic, i64 %a, i64 %n, i64 poison, i64 poison)
  ret void
}

declare i64 @open(i64)
declare i1 @condition(i64)
declare void @work(i64)
declare void @close(i64)
declare { i64, i64 } @__defer_unwind_words(ptr, ptr, i64, i64, i64, i64)
declare i32 @__defer_personality_v0(...)
