; D12, 4.4: a site in a cycle may throw, where there is no memory for its record. Its
; own pad is that of the call that runs at once and of the panic, values for the pad
; and for a run behind it included.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -disable-output -passes='default<O2>' %s

; CHECK-LABEL: define void @f(
; CHECK:       loop:
; CHECK:       pad:
; CHECK-NEXT:    %v = phi i32 [ 1, %[[OOM:defer.oom]] ], [ 1, %[[PANIC:.+]] ]
; CHECK:       [[OOM]]:
; CHECK-NEXT:    invoke void @first(ptr null, ptr null)
; CHECK-NEXT:            to label %[[PANIC]] unwind label %pad
; CHECK:       defer.push:
; CHECK:         br label %next
; CHECK:       [[PANIC]]:
; CHECK-NEXT:    invoke void @__defer_out_of_memory()
; CHECK-NEXT:            to label %{{.+}} unwind label %pad
define void @f(i1 %c) personality ptr @__gcc_personality_v0 {
entry:
  br label %loop

loop:
  invoke void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
      to label %next unwind label %pad

next:
  %n = phi i32 [ 3, %loop ]
  br i1 %c, label %loop, label %exit

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void

pad:
  %v = phi i32 [ 1, %loop ]
  %p = landingpad { ptr, i32 } cleanup
  call void @cleanup(i32 %v)
  resume { ptr, i32 } %p
}

; The terminator that leads to the run is the site's.
; CHECK-LABEL: define void @g(
; CHECK:       defer.push:
; CHECK:         br label %defer.test
define void @g(i1 %c) personality ptr @__gcc_personality_v0 {
entry:
  br label %loop

loop:
  br i1 %c, label %site, label %loop2

site:
  invoke void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
      to label %exit unwind label %pad

loop2:
  %s = invoke ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 8, i64 8)
      to label %exit unwind label %pad

exit:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  br i1 %c, label %loop, label %out

out:
  ret void

pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
}

declare i32 @__gcc_personality_v0(...)
declare void @first(ptr, ptr)
declare void @cleanup(i32)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
