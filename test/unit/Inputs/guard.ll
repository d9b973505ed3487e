; A frame that defers, as lowered code does it, with the calls to run in an array:
; see guard.h. One normal chain, and one panic chain that every pad enters.

%call = type { ptr, ptr } ; struct deferred: function, argument

declare i32 @__defer_personality_v0(...)
declare void @__defer_arm(ptr, ptr) nounwind
declare void @__defer_settle(ptr) nounwind
declare ptr @__defer_replace(ptr, ptr) nounwind
declare ptr @__defer_finish(ptr) nounwind
declare void @__defer_drain(ptr, ptr)

define i32 @guard(ptr %body, ptr %argument, ptr %calls, i64 %count) uwtable personality ptr @__defer_personality_v0 {
entry:
  %left = alloca i64
  %current = alloca ptr
  store i64 %count, ptr %left
  store ptr null, ptr %current
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
  %old = load ptr, ptr %current
  store ptr %exception, ptr %current
  %first = icmp eq ptr %old, null
  br i1 %first, label %panic, label %replace

replace:
  call ptr @__defer_replace(ptr %old, ptr %exception)
  br label %panic

panic:
  %p = load i64, ptr %left
  %p.none = icmp eq i64 %p, 0
  br i1 %p.none, label %finish, label %panic.call

panic.call:
  %p.index = sub i64 %p, 1
  store i64 %p.index, ptr %left
  %p.call = getelementptr %call, ptr %calls, i64 %p.index
  %p.function = load ptr, ptr %p.call
  %p.data.at = getelementptr %call, ptr %calls, i64 %p.index, i32 1
  %p.data = load ptr, ptr %p.data.at
  call void @__defer_arm(ptr %p.function, ptr %exception)
  invoke void %p.function(ptr %p.data)
      to label %panic.returned unwind label %pad

panic.returned:
  call void @__defer_settle(ptr %exception)
  br label %panic

finish:
  %rest = call ptr @__defer_finish(ptr %exception)
  %recovered = icmp eq ptr %rest, null
  br i1 %recovered, label %return.recovered, label %resume

return.recovered:
  ret i32 1

resume:
  %r = insertvalue { ptr, i32 } zeroinitializer, ptr %rest, 0
  resume { ptr, i32 } %r
}

; The same for records: runs the body, which pushes to the list it is given.
define i32 @guard_records(ptr %body, ptr %list) uwtable personality ptr @__defer_personality_v0 {
entry:
  %current = alloca ptr
  store ptr null, ptr %current
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
  %old = load ptr, ptr %current
  store ptr %exception, ptr %current
  %first = icmp eq ptr %old, null
  br i1 %first, label %panic, label %replace

replace:
  call ptr @__defer_replace(ptr %old, ptr %exception)
  br label %panic

panic:
  invoke void @__defer_drain(ptr %list, ptr %exception)
      to label %finish unwind label %pad

finish:
  %rest = call ptr @__defer_finish(ptr %exception)
  %recovered = icmp eq ptr %rest, null
  br i1 %recovered, label %return.recovered, label %resume

return.recovered:
  ret i32 1

resume:
  %r = insertvalue { ptr, i32 } zeroinitializer, ptr %rest, 0
  resume { ptr, i32 } %r
}
