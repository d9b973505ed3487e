; 4.5: at the end of the pipeline each call that brings a pad another value gets a pad of
; its own, so that nothing is put in place for a panic before a call.
;
; RUN: %opt -S -passes=defer-cold-pads %s | FileCheck %s
; RUN: %opt -S -passes='default<O2>' %s | FileCheck %s --check-prefix=PIPELINE

; CHECK-LABEL: define {{.*}}i32 @f(
; CHECK:         invoke void @work(i32 0)
; CHECK-NEXT:            to label %second unwind label %[[FIRST:.+]]
; CHECK:         invoke void @work(i32 1)
; CHECK-NEXT:            to label %third unwind label %[[OTHERS:.+]]
; CHECK:         invoke void @work(i32 2)
; CHECK-NEXT:            to label %exit unwind label %[[OTHERS]]
; CHECK:       [[FIRST]]:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK:       [[OTHERS]]:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK:       pad:
; CHECK-NEXT:    phi i32 [ 0, %[[FIRST]] ], [ 1, %[[OTHERS]] ]
; CHECK-NOT:     landingpad
; CHECK:       exit:
; PIPELINE-LABEL: define {{.*}}i32 @f(
; PIPELINE-COUNT-2: landingpad { ptr, i32 }
; PIPELINE-NOT:     landingpad
; PIPELINE-LABEL: define {{.*}}void @flag(
define i32 @f(i32 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  invoke void @work(i32 0)
      to label %second unwind label %pad

second:
  invoke void @work(i32 1)
      to label %third unwind label %pad

third:
  invoke void @work(i32 2)
      to label %exit unwind label %pad

pad:
  %x = phi i32 [ 0, %entry ], [ 1, %second ], [ 1, %third ]
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  call void @__use(i32 %x)
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit

exit:
  %r = phi i32 [ %n, %third ], [ 0, %pad ]
  ret i32 %r
}

; What is cheap is computed behind the pad again, from what is there anyway: no flag is
; kept for it.
; CHECK-LABEL: define {{.*}}void @flag(
; CHECK:       pad:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[BITS:%.+]] = and i64 %n, 2
; CHECK-NEXT:    [[FLAG:%.+]] = icmp ne i64 [[BITS]], 0
; CHECK-NEXT:    br label %join
; CHECK:       join:
; CHECK-NEXT:    phi i1 [ [[FLAG]], %pad ], [ true, %other ]
define void @flag(i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bits = and i64 %n, 2
  %flag = icmp ne i64 %bits, 0
  br i1 %flag, label %then, label %body
then:
  invoke void @work(i32 0)
      to label %body unwind label %other
body:
  invoke void @work(i32 1)
      to label %exit unwind label %pad
exit:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  br label %join
other:
  %q = landingpad { ptr, i32 } cleanup
  br label %join
join:
  %f = phi i1 [ %flag, %pad ], [ true, %other ]
  %x = zext i1 %f to i32
  call void @__use(i32 %x)
  ret void
}

; Another language's pads are its own.
; CHECK-LABEL: define {{.*}}void @theirs(
; CHECK:       pad:
; CHECK-NEXT:    phi i32 [ 0, %entry ], [ 1, %second ]
; CHECK-NEXT:    landingpad
define void @theirs() uwtable personality ptr @__gcc_personality_v0 {
entry:
  invoke void @work(i32 0)
      to label %second unwind label %pad

second:
  invoke void @work(i32 1)
      to label %exit unwind label %pad

pad:
  %x = phi i32 [ 0, %entry ], [ 1, %second ]
  %p = landingpad { ptr, i32 } cleanup
  call void @__use(i32 %x)
  resume { ptr, i32 } %p

exit:
  ret void
}

declare void @__use(i32) nounwind
declare void @work(i32)
@steps = external global [1 x { i32, i32 }]
declare void @__defer_unwind(ptr, ptr, ptr)
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)
