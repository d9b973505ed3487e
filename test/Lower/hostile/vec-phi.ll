; 4.3: values of all types are kept past several runs.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer<mode=record>,defer-nounwind,default<O2>' %s \
; RUN:   | %lowered %s --check-prefix=DONE

; DONE: ModuleID
; CHECK-LABEL: define {{.*}}@f(
define <7 x i1> @f(i1 %c, <7 x i1> %v, <3 x i65> %w) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  br i1 %c, label %a, label %b
a:
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @th, ptr null, i64 0, i64 1)
  br label %b
b:
  %p = phi <7 x i1> [ %v, %entry ], [ zeroinitializer, %a ]
  %q = phi <3 x i65> [ %w, %entry ], [ zeroinitializer, %a ]
  %s = phi { i1, [2 x half], ptr addrspace(3) } [ zeroinitializer, %entry ], [ poison, %a ]
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  %r = add <3 x i65> %q, %q
  %e = extractvalue { i1, [2 x half], ptr addrspace(3) } %s, 0
  store volatile <3 x i65> %r, ptr null
  store volatile i1 %e, ptr null
  ret <7 x i1> %p
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
declare i32 @value()
declare void @th(ptr, ptr)
