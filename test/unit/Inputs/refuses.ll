; A frame whose language forbids exceptions to pass, as Rust's `extern "C"`.

declare i32 @refusing_personality(...)
declare void @refused()

define void @refusing_frame(ptr %function) uwtable personality ptr @refusing_personality {
entry:
  invoke void %function(ptr null)
      to label %return unwind label %pad

return:
  ret void

pad:
  %landed = landingpad { ptr, i32 } cleanup
  call void @refused()
  unreachable
}
