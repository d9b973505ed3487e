; 4.5: LLVM 19's x86 code generator moves the first instructions of a landing pad to
; before the label that unwinders jump to (llvm#114194). The last pass of the pipeline
; fences our pads there, once; later LLVMs and other machines do not need that.
;
; RUN: %opt -S -passes=defer-pad-fence %s | FileCheck %s --check-prefix=LLVM-%llvm-version
; RUN: %opt -S -passes=defer-pad-fence %s | FileCheck %s --check-prefix=EDGES
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
; LLVM-19-LABEL: define {{.*}}@edges(
; LLVM-22-LABEL: define {{.*}}@ours(
; LLVM-22-NOT:     asm sideeffect
; LLVM-22-LABEL: define {{.*}}@theirs(
; LLVM-22-NOT:     asm sideeffect
; LLVM-22-LABEL: define {{.*}}@edges(

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

; A copy for a PHI behind an invoke may sink into its pad, on each LLVM and each machine
; (llvm#224802), if that is the pad of one invoke: so it has a block of its own.
; EDGES-LABEL: define {{.*}}@edges(
; EDGES:         invoke void @work(i32 0)
; EDGES-NEXT:            to label %[[EDGE:.+]] unwind label %one
; EDGES:       [[EDGE]]:
; EDGES-NEXT:    call void asm sideeffect "", ""()
; EDGES-NEXT:    br label %join
; EDGES:         invoke void @work(i32 1)
; EDGES-NEXT:            to label %next unwind label %both
; EDGES:         invoke void @work(i32 2)
; EDGES-NEXT:            to label %join unwind label %both
; EDGES:         phi i32 [ 1, %[[EDGE]] ], [ 2, %next ]
define void @edges(i1 %c) uwtable personality ptr @__defer_personality_v0 {
entry:
  br i1 %c, label %a, label %b
a:
  invoke void @work(i32 0)
      to label %join unwind label %one
b:
  invoke void @work(i32 1)
      to label %next unwind label %both
next:
  invoke void @work(i32 2)
      to label %join unwind label %both
join:
  %x = phi i32 [ 1, %a ], [ 2, %next ]
  call void @__use(i32 %x)
  ret void
one:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
both:
  %q = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %q
}

declare i32 @__number() nounwind
declare void @__use(i32) nounwind
declare void @work(i32)
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)
