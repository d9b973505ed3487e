; 4.5: results of invokes in phis, a pad's included, past several runs.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define i32 @f(i32 %c) personality ptr @__gcc_personality_v0 {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  %v = invoke i32 @value() to label %next unwind label %pad
next:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %w = invoke i32 @value() to label %last unwind label %pad
last:
  %q = phi i32 [ %w, %next ], [ %q2, %last ]
  %q2 = add i32 %q, %v
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %k = icmp eq i32 %q2, 5
  br i1 %k, label %last, label %done
done:
  ret i32 %q
pad:
  %m = phi i32 [ 0, %entry ], [ %v, %next ]
  %p = landingpad { ptr, i32 } cleanup
  store volatile i32 %m, ptr null
  resume { ptr, i32 } %p
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare i32 @value()
declare void @th(ptr, ptr)
declare i32 @__gcc_personality_v0(...)
