; Rules: 4.1
; Values that are known before a run are known after it, with several runs as well,
; for which the way leads through the one chain.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes=lower-defer,sroa,simplifycfg %s | %lowered %s

; CHECK-LABEL: define i32 @f(
; CHECK:         ret i32
define i32 @f(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  %before = call i32 @work()
  br i1 %c, label %yes, label %no

yes:
  %v = call i32 @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %sum = add i32 %v, %before
  ret i32 %sum

no:
  %w = call i32 @work()
  br label %run

run:
  %phi = phi i32 [ %w, %no ]
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %difference = sub i32 %phi, %before
  ret i32 %difference
}

declare i32 @work()
declare void @first(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
