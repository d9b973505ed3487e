; Rules: 4.5
; Landing pads that the function has already, for C's `cleanup`: they run first, and
; what would be resumed with calls pending goes to the run-time instead.
;
; RUN: %lower %s | %lowered %s --implicit-check-not='personality ptr @__gcc'

; CHECK-LABEL: define void @f() personality ptr @__defer_personality_v0
; CHECK:       pad:
; CHECK-NEXT:    %p = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    call void @__cleanup()
; CHECK-NEXT:    [[E:%.+]] = extractvalue { ptr, i32 } %p, 0
; CHECK-NEXT:    br label %defer.unwind
; CHECK:       none:
; CHECK-NEXT:    %q = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    call void @__cleanup()
; CHECK-NEXT:    resume { ptr, i32 } %q
; CHECK:       defer.unwind:
; CHECK-NEXT:    notail call void @__defer_unwind(ptr [[E]], ptr @f.panic, ptr null)
define void @f() personality ptr @__gcc_personality_v0 {
entry:
  invoke void @work()
      to label %normal unwind label %none

normal:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  invoke void @work()
      to label %exit unwind label %pad

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void

pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @__cleanup()
  resume { ptr, i32 } %p

none:
  %q = landingpad { ptr, i32 } cleanup
  call void @__cleanup()
  resume { ptr, i32 } %q
}

declare i32 @__gcc_personality_v0(...)
declare void @work()
declare void @__cleanup() nounwind
declare dso_local void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
