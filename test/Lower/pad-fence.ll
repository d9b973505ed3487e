; 4.5: LLVM 19's x86 code generator moves the first instructions of a landing pad to
; before the label that unwinders jump to (llvm#114194). The last pass of the pipeline
; fences our pads there, once; later LLVMs and other machines need nothing.
;
; RUN: %opt -S -passes=defer-pad-fence %s | FileCheck %s --check-prefix=LLVM-%llvm-version
; RUN: %opt -S -passes=defer-pad-fence,defer-pad-fence %s \
; RUN:   | FileCheck %s --check-prefix=LLVM-%llvm-version
; RUN: %opt -S -passes=defer-pad-fence -mtriple=aarch64-linux-gnu %s \
; RUN:   | FileCheck %s --check-prefix=LLVM-22
;
; And what comes out begins at the label, on each LLVM.
; RUN: %opt -S -passes=defer-pad-fence %s | llc -O2 | FileCheck %s --check-prefix=ASM

target triple = "x86_64-pc-linux-gnu"

; LLVM-19-LABEL: define {{.*}}@ours(
; LLVM-19:         landingpad { ptr, i32 }
; LLVM-19-NEXT:            cleanup
; LLVM-19-NEXT:    call void asm sideeffect "", ""()
; LLVM-19-NOT:     asm
; LLVM-19-LABEL: define {{.*}}@theirs(
; LLVM-19-NOT:     asm
; LLVM-22-NOT: asm sideeffect

; ASM-LABEL: ours:
; ASM:       # %pad
; ASM-NOT:     {{add|lea}}
; ASM:       .Ltmp[[#PAD:]]:
; ASM-NOT:   Ltmp
; ASM:         callq __use@PLT
; ASM:         jumps to .Ltmp[[#PAD]]
define void @ours(i32 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %a = call i32 @__number()
  %b = call i32 @__number()
  %c = call i32 @__number()
  invoke void @work(i32 0)
      to label %second unwind label %pad

second:
  %d = call i32 @__number()
  %e = call i32 @__number()
  invoke void @work(i32 1)
      to label %exit unwind label %pad

pad:
  %x = phi i32 [ %a, %entry ], [ %d, %second ]
  %y = phi i32 [ %b, %entry ], [ %e, %second ]
  %z = phi i32 [ %c, %entry ], [ 7, %second ]
  %p = landingpad { ptr, i32 } cleanup
  %sum.1 = add i32 %x, %y
  %sum = add i32 %sum.1, %z
  call void @__use(i32 %sum)
  resume { ptr, i32 } %p

exit:
  call void @__use(i32 %n)
  ret void
}

define void @theirs() uwtable personality ptr @__gcc_personality_v0 {
  invoke void @work(i32 0)
      to label %exit unwind label %pad

pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p

exit:
  ret void
}

declare i32 @__number() nounwind
declare void @__use(i32) nounwind
declare void @work(i32)
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)
