; 4.5: where functions that defer were inlined a function has a panic table of each. They
; become one, if nothing else uses them.
;
; RUN: %opt -S -passes=defer-cold-pads %s | FileCheck %s --implicit-check-not=@inner.panic

@inner.panic = private unnamed_addr constant [1 x { i32, i32 }] [{ i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @close to i64), i64 ptrtoint (ptr @inner.panic to i64)) to i32), i32 4101 }], align 4
@outer.panic = private unnamed_addr constant [2 x { i32, i32 }] [{ i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @close to i64), i64 ptrtoint (ptr @outer.panic to i64)) to i32), i32 8213 }, { i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @close to i64), i64 ptrtoint (ptr getelementptr inbounds ([2 x { i32, i32 }], ptr @outer.panic, i32 0, i32 1, i32 0) to i64)) to i32), i32 12293 }], align 4
@shared.panic = private unnamed_addr constant [1 x { i32, i32 }] [{ i32, i32 } { i32 0, i32 5 }], align 4

; CHECK-DAG: @shared.panic = private unnamed_addr constant [1 x { i32, i32 }]
; Distances are from where the steps are now.
; CHECK-DAG: @outer.panic = private unnamed_addr constant [3 x { i32, i32 }] [{ i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @close to i64), i64 ptrtoint (ptr @outer.panic to i64)) to i32), i32 4101 }, { i32, i32 } { {{.*}}@close to i64), i64 ptrtoint (ptr getelementptr inbounds {{.*}}@outer.panic, i{{32|64}} {{.*}}) to i64)) to i32), i32 8213 }, { i32, i32 } {{.*}} i32 12293 }], align 4

; CHECK-LABEL: define void @f(
; CHECK:         call void @__defer_unwind(ptr %{{.+}}, ptr @outer.panic, ptr null)
; CHECK:         call void @__defer_unwind(ptr %{{.+}}, ptr getelementptr inbounds {{.*}}@outer.panic, {{.*}}, ptr null)
; CHECK:         call void @__defer_unwind(ptr %{{.+}}, ptr @shared.panic, ptr null)
define void @f() personality ptr @__defer_personality_v0 {
  invoke void @work() to label %one unwind label %pad.a
one:
  invoke void @work() to label %two unwind label %pad.b
two:
  invoke void @work() to label %three unwind label %pad.c
three:
  ret void
pad.a:
  %a = landingpad { ptr, i32 } cleanup
  %a.e = extractvalue { ptr, i32 } %a, 0
  call void @__defer_unwind(ptr %a.e, ptr @inner.panic, ptr null)
  br label %one
pad.b:
  %b = landingpad { ptr, i32 } cleanup
  %b.e = extractvalue { ptr, i32 } %b, 0
  call void @__defer_unwind(ptr %b.e, ptr getelementptr inbounds ([2 x { i32, i32 }], ptr @outer.panic, i32 0, i32 1), ptr null)
  br label %two
pad.c:
  %c = landingpad { ptr, i32 } cleanup
  %c.e = extractvalue { ptr, i32 } %c, 0
  call void @__defer_unwind(ptr %c.e, ptr @shared.panic, ptr null)
  br label %three
}

; CHECK-LABEL: define void @g(
; CHECK:         call void @__defer_unwind(ptr %{{.+}}, ptr @shared.panic, ptr null)
define void @g() personality ptr @__defer_personality_v0 {
  invoke void @work() to label %end unwind label %pad
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @shared.panic, ptr null)
  br label %end
}

declare void @work()
declare void @close(i64)
declare void @__defer_unwind(ptr, ptr, ptr)
declare i32 @__defer_personality_v0(...)
