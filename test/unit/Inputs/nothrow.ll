declare i32 @__defer_personality_v0(...)

; A frame with a deferred call, which calls a function that is declared as one that
; does not unwind.
declare void @guard_nothrow_body() nounwind

define void @guard_nothrow(ptr %deferred) uwtable personality ptr @__defer_personality_v0 {
entry:
  call void @guard_nothrow_body()
  invoke void %deferred(ptr null)
      to label %return unwind label %pad

return:
  ret void

pad:
  %landed = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %landed
}
