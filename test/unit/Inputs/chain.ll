; Frames that run what they are given for a panic chain, and nothing else: see
; chain.h. The values are 1 from a frame that a panic was recovered in. The steps are
; kept in memory: LLVM's fast register allocator (AArch64, -O0) does not reload what a
; landing pad passes on in the register that the unwinder puts the selector in.

declare i32 @__defer_personality_v0(...)
declare void @__defer_unwind(ptr, ptr, ptr)
declare { i64, i64 } @__defer_unwind_words(ptr, ptr, i64, i64, i64, i64)

define i32 @unwind(ptr %body, ptr %argument, ptr %first, ptr %frame) uwtable personality ptr @__defer_personality_v0 {
entry:
  %first.at = alloca ptr
  store ptr %first, ptr %first.at
  invoke void %body(ptr %argument)
      to label %return unwind label %pad

return:
  ret i32 0

pad:
  %landed = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %landed, 0
  %steps = load ptr, ptr %first.at
  call void @__defer_unwind(ptr %exception, ptr %steps, ptr %frame)
  ret i32 1
}

; The frame's words are what `words` has; the two that come back are stored there.
define i32 @unwind_words(ptr %body, ptr %argument, ptr %first, ptr %words) uwtable personality ptr @__defer_personality_v0 {
entry:
  %first.at = alloca ptr
  store ptr %first, ptr %first.at
  %w0.at = getelementptr i64, ptr %words, i64 0
  %w1.at = getelementptr i64, ptr %words, i64 1
  %w2.at = getelementptr i64, ptr %words, i64 2
  %w3.at = getelementptr i64, ptr %words, i64 3
  %w0 = load i64, ptr %w0.at
  %w1 = load i64, ptr %w1.at
  %w2 = load i64, ptr %w2.at
  %w3 = load i64, ptr %w3.at
  invoke void %body(ptr %argument)
      to label %return unwind label %pad

return:
  ret i32 0

pad:
  %landed = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %landed, 0
  %steps = load ptr, ptr %first.at
  %result = call { i64, i64 } @__defer_unwind_words(ptr %exception, ptr %steps, i64 %w0, i64 %w1, i64 %w2, i64 %w3)
  %r0 = extractvalue { i64, i64 } %result, 0
  %r1 = extractvalue { i64, i64 } %result, 1
  store i64 %r0, ptr %w0.at
  store i64 %r1, ptr %w1.at
  ret i32 1
}
