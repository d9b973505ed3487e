; A frame that defers, as lowered code does it, with the calls to run in an array:
; see guard.h. One normal chain, and one panic chain that every pad enters, a loop.

%call = type { ptr, ptr } ; struct deferred: function, argument
%step = type { i32, i32 } ; defer_step: function, what
%frame = type { i64, i64, ptr } ; whether there is more to run, how many, the calls

declare i32 @__defer_personality_v0(...)
declare void @__defer_arm(ptr, ptr) nounwind
declare void @__defer_drain(ptr, ptr)
declare void @__defer_unwind(ptr, ptr, ptr)

; DEFER_STEP_TEST of bit 0: clear, the end; else the next.
; DEFER_STEP_THUNK: the last call of those that are left.
; DEFER_STEP_GO: back to the first.
@guard.steps = internal constant [3 x %step] [
  %step { i32 0, i32 u0x17 },
  %step { i32 trunc (i64 sub (i64 ptrtoint (ptr @guard.call to i64),
                              i64 ptrtoint (ptr getelementptr ([3 x %step], ptr @guard.steps, i64 0, i64 1) to i64)) to i32),
          i32 u0x10 },
  %step { i32 -2, i32 u0x8 }]

define internal void @guard.call(ptr %frame, ptr %exception) uwtable {
  %left.at = getelementptr %frame, ptr %frame, i64 0, i32 1
  %left = load i64, ptr %left.at
  %index = sub i64 %left, 1
  store i64 %index, ptr %left.at
  %more = icmp ne i64 %index, 0
  %more.word = zext i1 %more to i64
  store i64 %more.word, ptr %frame
  %calls.at = getelementptr %frame, ptr %frame, i64 0, i32 2
  %calls = load ptr, ptr %calls.at
  %call = getelementptr %call, ptr %calls, i64 %index
  %function = load ptr, ptr %call
  %data.at = getelementptr %call, ptr %call, i64 0, i32 1
  %data = load ptr, ptr %data.at
  call void @__defer_arm(ptr %function, ptr %exception)
  call void %function(ptr %data)
  ret void
}

define i32 @guard(ptr %body, ptr %argument, ptr %calls, i64 %count) uwtable personality ptr @__defer_personality_v0 {
entry:
  %frame = alloca %frame
  %left = getelementptr %frame, ptr %frame, i64 0, i32 1
  %calls.at = getelementptr %frame, ptr %frame, i64 0, i32 2
  store i64 %count, ptr %left
  store ptr %calls, ptr %calls.at
  invoke void %body(ptr %argument)
      to label %normal unwind label %pad

normal:
  %n = load i64, ptr %left
  %n.none = icmp eq i64 %n, 0
  br i1 %n.none, label %return, label %normal.call

normal.call:
  %n.index = sub i64 %n, 1
  store i64 %n.index, ptr %left
  %n.call = getelementptr %call, ptr %calls, i64 %n.index
  %n.function = load ptr, ptr %n.call
  %n.data.at = getelementptr %call, ptr %calls, i64 %n.index, i32 1
  %n.data = load ptr, ptr %n.data.at
  invoke void %n.function(ptr %n.data)
      to label %normal unwind label %pad

return:
  ret i32 0

pad:
  %landed = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %landed, 0
  %p = load i64, ptr %left
  %p.more = icmp ne i64 %p, 0
  %p.word = zext i1 %p.more to i64
  store i64 %p.word, ptr %frame
  call void @__defer_unwind(ptr %exception, ptr @guard.steps, ptr %frame)
  ret i32 1
}

; DEFER_STEP_LIST.
@guard_records.step = internal constant %step { i32 0, i32 u0x3 }

; The same for records: runs the body, which pushes to the list it is given.
define i32 @guard_records(ptr %body, ptr %list) uwtable personality ptr @__defer_personality_v0 {
entry:
  %frame = alloca ptr
  store ptr %list, ptr %frame
  invoke void %body(ptr %list)
      to label %normal unwind label %pad

normal:
  invoke void @__defer_drain(ptr %list, ptr null)
      to label %return unwind label %pad

return:
  ret i32 0

pad:
  %landed = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %landed, 0
  call void @__defer_unwind(ptr %exception, ptr @guard_records.step, ptr %frame)
  ret i32 1
}
