; 4.5: a pad that catches and ends the program, as Clang makes for a cleanup that throws
; while the stack is unwound, stays.
;
; RUN: %lower %s | %lowered %s

; CHECK-LABEL: define {{.*}}@f(
; CHECK:         landingpad { ptr, i32 }
; CHECK-NEXT:            catch ptr null
; CHECK-NEXT:    call void @abort()
; CHECK-NEXT:    unreachable
define void @f() personality ptr @__gcc_personality_v0 {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  invoke void @work()
      to label %exit unwind label %pad

pad:
  %p = landingpad { ptr, i32 } catch ptr null
  call void @abort()
  unreachable

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @abort() noreturn nounwind
declare void @work()
declare void @th(ptr, ptr)
declare i32 @__gcc_personality_v0(...)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
