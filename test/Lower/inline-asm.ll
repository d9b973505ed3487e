; D13: a thunk with an assembler label stays one function: inlined, and for panics, the
; label would stand twice. Inline assembly without one does not matter.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes='lower-defer,default<O2>' %s | FileCheck --check-prefix=O2 %s

; O2:     once: nop
; O2-NOT: once: nop

; CHECK:       @f.panic = {{.*}} @labelled to
; CHECK:       @g.panic = {{.*}} @plain to
; CHECK-LABEL: define {{.*}}void @f(
; CHECK:         {{call|invoke}} {{.*}}void @labelled(
; CHECK-LABEL: define {{.*}}void @g(
; CHECK-NOT:     @plain(
; CHECK:         asm sideeffect "nop"
; CHECK:       define internal {{.*}}void @labelled(
; CHECK:         asm sideeffect "once: nop"
; CHECK-NOT:     asm sideeffect "once: nop"
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @labelled, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define void @g() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @plain, ptr null, i64 0, i64 1)
  call void @work()
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

define internal void @labelled(ptr %context, ptr %exception) {
  call void asm sideeffect "once: nop", ""()
  ret void
}

define internal void @plain(ptr %context, ptr %exception) {
  call void asm sideeffect "nop", ""()
  ret void
}

declare void @work()
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
