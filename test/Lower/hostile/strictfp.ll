; 4.5: a function with strict floating point.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define double @f(double %x) strictfp {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @tfp, ptr null, i64 0, i64 1) strictfp
  %y = call double @llvm.experimental.constrained.fadd.f64(double %x, double %x, metadata !"round.dynamic", metadata !"fpexcept.strict") strictfp
  call void @work() strictfp
  call void @defer.run.needs_fpass_plugin_LowerDefer_so() strictfp
  ret double %y
}
define internal void @tfp(ptr %c, ptr %e) {
  %v = load volatile double, ptr %c
  %w = fadd double %v, %v
  store volatile double %w, ptr %c
  ret void
}
declare double @llvm.experimental.constrained.fadd.f64(double, double, metadata, metadata)

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare void @work()
