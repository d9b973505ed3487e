; Section 4.7: a pad says by a small number at which step of the table its panic begins,
; added to the selector, which the personality sets to 0. Only where all steps are known,
; and of one table.
;
; RUN: %opt -S -passes=defer-cold-pads -mtriple=x86_64-linux-gnu %s | FileCheck %s --check-prefixes=CHECK,X86
; RUN: %opt -S -passes=defer-cold-pads -mtriple=aarch64-linux-gnu %s | FileCheck %s --check-prefixes=CHECK,AARCH64 --implicit-check-not=asm

@f.panic = private unnamed_addr constant [3 x { i32, i32 }] [{ i32, i32 } { i32 0, i32 5 }, { i32, i32 } { i32 0, i32 5 }, { i32, i32 } { i32 0, i32 5 }], align 4
@g.panic = private unnamed_addr constant [3 x { i32, i32 }] [{ i32, i32 } { i32 0, i32 5 }, { i32, i32 } { i32 0, i32 5 }, { i32, i32 } { i32 0, i32 5 }], align 4

; CHECK-LABEL: define void @numbers(
; CHECK:       pad.a:
; CHECK-NEXT:    %a = landingpad
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[A:%.+]] = extractvalue { ptr, i32 } %a, 1
; CHECK-NEXT:    [[STEP_A:%.+]] = add i32 [[A]], 2
; CHECK:       pad.b:
; CHECK-NEXT:    %b = landingpad
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[STEP_B:%.+]] = extractvalue { ptr, i32 } %b, 1
; CHECK:       pad.c.way:
; CHECK-NEXT:    [[C:%.+]] = extractvalue { ptr, i32 } %c, 1
; CHECK-NEXT:    [[STEP_C:%.+]] = add i32 [[C]], 1
; CHECK:       both:
; CHECK-NEXT:    %p0 = phi { ptr, i32 } [ %a, %pad.a ], [ %b, %pad.b ]
; CHECK-NEXT:    [[STEP:%.+]] = phi i32 [ [[STEP_A]], %pad.a ], [ [[STEP_B]], %pad.b ]
; CHECK:       unwind:
; CHECK:         [[STEPS:%.+]] = phi i32 [ [[STEP]], %both ], [ [[STEP_C]], %pad.c.way ]
; CHECK-NOT:     phi ptr
; CHECK:         [[INDEX:%.+]] = zext i32 [[STEPS]] to i64
; CHECK-NEXT:    [[FIRST:%.+]] = getelementptr inbounds { i32, i32 }, ptr @f.panic, i64 [[INDEX]]
; X86-NEXT:      [[EXCEPTION:%.+]] = call ptr asm "", "={ax},0"(ptr %exception)
; X86-NEXT:      call void @__defer_unwind(ptr [[EXCEPTION]], ptr [[FIRST]], ptr null)
; AARCH64-NEXT:  call void @__defer_unwind(ptr %exception, ptr [[FIRST]], ptr null)
define void @numbers() personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %one unwind label %pad.a
one:
  invoke void @work(i64 1) to label %two unwind label %pad.b
two:
  invoke void @work(i64 2) to label %three unwind label %pad.c
three:
  ret void
pad.a:
  %a = landingpad { ptr, i32 } cleanup
  br label %both
pad.b:
  %b = landingpad { ptr, i32 } cleanup
  br label %both
pad.c:
  %c = landingpad { ptr, i32 } cleanup
  br label %pad.c.way
pad.c.way:
  br label %unwind
both:
  %p0 = phi { ptr, i32 } [ %a, %pad.a ], [ %b, %pad.b ]
  %first0 = phi ptr [ getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 2), %pad.a ], [ @f.panic, %pad.b ]
  br label %unwind
unwind:
  %p = phi { ptr, i32 } [ %p0, %both ], [ %c, %pad.c.way ]
  %first = phi ptr [ %first0, %both ], [ getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 1), %pad.c.way ]
  %exception = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
  ret void
}

; The exceptions come together, not all that pads yield.
; CHECK-LABEL: define void @exceptions(
; CHECK:         [[STEPS:%.+]] = phi i32
; CHECK:         getelementptr inbounds { i32, i32 }, ptr @f.panic, i64
define void @exceptions() personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %one unwind label %pad.a
one:
  invoke void @work(i64 1) to label %two unwind label %pad.b
two:
  ret void
pad.a:
  %a = landingpad { ptr, i32 } cleanup
  %a.0 = extractvalue { ptr, i32 } %a, 0
  br label %unwind
pad.b:
  %b = landingpad { ptr, i32 } cleanup
  %b.0 = extractvalue { ptr, i32 } %b, 0
  br label %unwind
unwind:
  %exception = phi ptr [ %a.0, %pad.a ], [ %b.0, %pad.b ]
  %first = phi ptr [ getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 2), %pad.a ], [ @f.panic, %pad.b ]
  call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
  ret void
}

; CHECK-LABEL: define void @two_tables(
; CHECK:         %first = phi ptr [ @f.panic, %pad.a ], [ @g.panic, %pad.b ]
; CHECK:         call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
define void @two_tables() personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %one unwind label %pad.a
one:
  invoke void @work(i64 1) to label %two unwind label %pad.b
two:
  ret void
pad.a:
  %a = landingpad { ptr, i32 } cleanup
  br label %unwind
pad.b:
  %b = landingpad { ptr, i32 } cleanup
  br label %unwind
unwind:
  %p = phi { ptr, i32 } [ %a, %pad.a ], [ %b, %pad.b ]
  %first = phi ptr [ @f.panic, %pad.a ], [ @g.panic, %pad.b ]
  %exception = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
  ret void
}

; A number that is no longer small.
; CHECK-LABEL: define void @far(
; CHECK:         %first = phi ptr [ getelementptr {{.*}}, %pad.a ], [ @long.panic, %pad.b ]
; CHECK:         call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
@long.panic = private unnamed_addr constant [129 x { i32, i32 }] zeroinitializer, align 4
define void @far() personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %one unwind label %pad.a
one:
  invoke void @work(i64 1) to label %two unwind label %pad.b
two:
  ret void
pad.a:
  %a = landingpad { ptr, i32 } cleanup
  br label %unwind
pad.b:
  %b = landingpad { ptr, i32 } cleanup
  br label %unwind
unwind:
  %p = phi { ptr, i32 } [ %a, %pad.a ], [ %b, %pad.b ]
  %first = phi ptr [ getelementptr inbounds ([129 x { i32, i32 }], ptr @long.panic, i32 0, i32 128), %pad.a ], [ @long.panic, %pad.b ]
  %exception = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
  ret void
}

; An exception that comes from elsewhere: no selector.
; CHECK-LABEL: define void @no_pad(
; CHECK:         %first = phi ptr [ getelementptr {{.*}}, %pad.a ], [ @f.panic, %other ]
define void @no_pad(ptr %raised) personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %other unwind label %pad.a
pad.a:
  %a = landingpad { ptr, i32 } cleanup
  %a.0 = extractvalue { ptr, i32 } %a, 0
  br label %unwind
other:
  br label %unwind
unwind:
  %exception = phi ptr [ %a.0, %pad.a ], [ %raised, %other ]
  %first = phi ptr [ getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 2), %pad.a ], [ @f.panic, %other ]
  call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
  ret void
}

; What a resume unwinds with may have been put together from the exception alone.
; CHECK-LABEL: define void @no_selector(
; CHECK:         %first = phi ptr [ getelementptr {{.*}}, %pad.a ], [ @f.panic, %pad.b ]
; CHECK:         call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
define void @no_selector() personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %one unwind label %pad.a
one:
  invoke void @work(i64 1) to label %two unwind label %pad.b
two:
  ret void
pad.a:
  %a = landingpad { ptr, i32 } cleanup
  %a.0 = extractvalue { ptr, i32 } %a, 0
  %again = insertvalue { ptr, i32 } poison, ptr %a.0, 0
  br label %unwind
pad.b:
  %b = landingpad { ptr, i32 } cleanup
  br label %unwind
unwind:
  %p = phi { ptr, i32 } [ %again, %pad.a ], [ %b, %pad.b ]
  %first = phi ptr [ getelementptr inbounds ([3 x { i32, i32 }], ptr @f.panic, i32 0, i32 2), %pad.a ], [ @f.panic, %pad.b ]
  %exception = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %exception, ptr %first, ptr null)
  ret void
}

declare void @work(i64)
declare void @__defer_unwind(ptr, ptr, ptr)
declare i32 @__defer_personality_v0(...)
