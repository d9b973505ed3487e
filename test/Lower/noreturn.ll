; P2, 4.5: a function without an exit still runs what is pending in a panic, and one that is declared
; noreturn says so when a panic was recovered. Calls that do not return are
; invokes too.
;
; RUN: %lower %s | %lowered %s

; CHECK: @[[NAME:.+]] = private unnamed_addr constant [9 x i8] c"declared\00"
; CHECK: @[[REASON:.+]] = private unnamed_addr constant {{.*}} c"is declared noreturn\00"

; CHECK-LABEL: define void @declared()
; CHECK:         invoke void @die()
; CHECK-NEXT:            to label %[[NEVER:.+]] unwind label
; CHECK:       [[NEVER]]:
; CHECK-NEXT:    unreachable
; CHECK:         notail call void @__defer_unwind(ptr {{%.+}}, ptr @declared.panic, ptr null)
; CHECK:       defer.recovered:
; CHECK-NEXT:    call void @__defer_cannot_return(ptr @[[NAME]], ptr @[[REASON]])
; CHECK-NEXT:    unreachable
define void @declared() noreturn {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @die()
  unreachable
}

; CHECK-LABEL: define i32 @endless()
; CHECK:         invoke void @die()
; CHECK:       defer.recovered:
; CHECK-NEXT:    ret i32 0
define i32 @endless() {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br label %loop

loop:
  call void @die()
  br label %loop
}

declare void @die() noreturn
declare dso_local void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
