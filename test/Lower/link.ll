; Rules: 4.1
; What was never lowered does not link, and the linker's message names the flag.
;
; REQUIRES: linux
; RUN: %clang -x ir -Wno-override-module -c -o %t.o %s
; RUN: not %clang -o %t.exe %t.o -L%libdir -ldefer 2>&1 | FileCheck %s
; CHECK-DAG: undefined {{.*}}defer.call.needs_fpass_plugin_LowerDefer_so
; CHECK-DAG: undefined {{.*}}defer.run.needs_fpass_plugin_LowerDefer_so

; With the flag it links, and the front end's half and the pass may run in two
; processes.
; RUN: %clang -x ir -Wno-override-module -fpass-plugin=%pass-plugin -c -o %t.o %s
; RUN: %clang -o %t.exe %t.o -L%libdir -ldefer -Wl,-rpath,%libdir
; RUN: %run --exit=3 %t.exe

define i32 @main() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @thunk, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret i32 1
}

define internal void @thunk(ptr %context, ptr %exception) {
  call void @exit(i32 3)
  ret void
}

declare void @exit(i32)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
