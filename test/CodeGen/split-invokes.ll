; Section 4.3, machine code: what a call returns may have the register of a value that
; only its landing pad wants. The block of the call ends at the call.
;
; REQUIRES: x86_64, llvm-22
; RUN: %llc -stop-after=defer-split-invokes -verify-machineinstrs %s -o - \
; RUN:   | FileCheck %s --check-prefix=MIR
; RUN: %llc -verify-machineinstrs %s -o - | FileCheck %s --check-prefix=ASM
; RUN: %llc -verify-machineinstrs -O1 %s -o - | FileCheck %s --check-prefix=ASM
; RUN: %llc -verify-machineinstrs -O0 %s -o /dev/null
; RUN: %llc -verify-machineinstrs -global-isel -global-isel-abort=2 %s -o /dev/null

declare i64 @work(i64)
declare i64 @finish(i64)
declare { i64, i64 } @two(i64)
declare <4 x float> @vector(i64)
declare x86_fp80 @extended(i64)
declare i1 @condition(i64)
declare void @nothing(i64)
declare void @handle(i64)
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)

; MIR-LABEL: name: one
; MIR:         successors: %bb.[[NEXT:[0-9]+]]({{.*}}), %bb.[[PAD:[0-9]+]]({{.*}})
; MIR:         CALL64pcrel32 {{.*}}@finish
; MIR-NEXT:    ADJCALLSTACKUP64
; MIR-NEXT:    EH_LABEL
; MIR-NEXT:    JMP_1 %bb.[[NEXT]]
; MIR:       bb.[[NEXT]].next:
; MIR:         liveins: $rax{{$}}
; MIR:         COPY killed $rax
; MIR:       bb.[[PAD]].pad (landing-pad)
;
; ASM-LABEL: one:
; ASM-NOT:     %r1
; ASM:         callq finish
; ASM:         movq %rax, %rbx
; ASM-NOT:     %r1
; ASM:         retq
; ASM:         movq %rbx, %rdi
; ASM-NEXT:    callq handle
define i64 @one(i64 %n) personality ptr @__defer_personality_v0 {
  %unit = call i64 @work(i64 %n)
  %old = mul i64 %unit, 5
  %new = invoke i64 @finish(i64 %old) to label %next unwind label %pad
next:
  call void @nothing(i64 1)
  ret i64 %new
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(i64 %old)
  ret i64 0
}

; Several registers, a vector's, a part of one.
; MIR-LABEL: name: more
; MIR:         CALL64pcrel32 {{.*}}@two
; MIR:         liveins: $rax, $rdx{{$}}
; MIR:         CALL64pcrel32 {{.*}}@vector
; MIR:         liveins: $xmm0{{$}}
; MIR:         CALL64pcrel32 {{.*}}@condition
; MIR:         liveins: $al{{$}}
define i64 @more(i64 %n) personality ptr @__defer_personality_v0 {
  %old = call i64 @work(i64 %n)
  %pair = invoke { i64, i64 } @two(i64 %old) to label %second unwind label %pad
second:
  %floats = invoke <4 x float> @vector(i64 1) to label %third unwind label %pad
third:
  %bit = invoke i1 @condition(i64 2) to label %end unwind label %pad
end:
  call void @nothing(i64 3)
  %a = extractvalue { i64, i64 } %pair, 0
  %b = extractvalue { i64, i64 } %pair, 1
  %bits = bitcast <4 x float> %floats to i128
  %low = trunc i128 %bits to i64
  %c = zext i1 %bit to i64
  %ab = add i64 %a, %b
  %cd = add i64 %c, %low
  %sum = add i64 %ab, %cd
  ret i64 %sum
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(i64 %old)
  ret i64 0
}

; A loop: what the next round begins with is behind the call, too, in a new block, for
; there is another way to its head.
; MIR-LABEL: name: loop
; MIR:       bb.1.head:
; MIR-NEXT:    successors: %bb.[[BEHIND:[0-9]+]](0x80000000), %bb.2(0x00000000)
; MIR:         CALL64pcrel32 {{.*}}@finish
; MIR-NEXT:    ADJCALLSTACKUP64
; MIR-NEXT:    EH_LABEL
; MIR-NOT:     COPY
; MIR:       bb.[[BEHIND]].head:
; MIR-NEXT:    successors: %bb.1(0x80000000){{$}}
; MIR-NEXT:    liveins: $rax{{$}}
; MIR:         COPY killed $rax
; MIR:         JMP_1 %bb.1
define i64 @loop(i64 %n) personality ptr @__defer_personality_v0 {
entry:
  br label %head
head:
  %value = phi i64 [ %n, %entry ], [ %new, %head ]
  %new = invoke i64 @finish(i64 %value) to label %head unwind label %pad
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(i64 %value)
  ret i64 0
}

; Nothing comes back, or what cannot cross an edge: the x87's stack is one stack for the
; pad as well.
; MIR-LABEL: name: whole
; MIR-NOT:     liveins: $fp
; MIR-NOT:     bb.6
; MIR:       ...
define x86_fp80 @whole(i64 %n) personality ptr @__defer_personality_v0 {
  %old = call i64 @work(i64 %n)
  invoke void @nothing(i64 0) to label %next unwind label %pad
next:
  %wide = invoke x86_fp80 @extended(i64 %old) to label %end unwind label %pad
end:
  call void @nothing(i64 1)
  ret x86_fp80 %wide
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(i64 %old)
  ret x86_fp80 0xK00000000000000000000
}

; A call that never returns, and a pad that never goes on: there is no edge but to the
; pad, and the frame is made where it is wanted.
; MIR-LABEL: name: raises
; MIR:       bb.0 (%ir-block.0):
; MIR:       bb.1.raise:
; MIR-NEXT:    successors: %bb.[[PAD:[0-9]+]](0x80000000){{$}}
; MIR:         CALL64pcrel32 {{.*}}@fail
; MIR-NOT:     .never:
; MIR:       bb.[[PAD]].pad (landing-pad):
; ASM-LABEL: raises:
; ASM-NOT:     push
; ASM:         retq
; ASM:         pushq
; ASM:         callq fail
; ASM-NOT:     {{pop|ret}}
; ASM:         .size raises,
declare void @fail(i64) noreturn
define i64 @raises(i64 %n) personality ptr @__defer_personality_v0 {
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %end
raise:
  invoke void @fail(i64 %n) to label %never unwind label %pad
never:
  unreachable
end:
  ret i64 %n
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(i64 %n) noreturn
  unreachable
}

; One that goes on stays, too.
; MIR-LABEL: name: both
; MIR:         CALL64pcrel32 {{.*}}@fail
; MIR:       bb.{{[0-9]+}}.never:
; MIR-NEXT:    successors
; MIR:         CALL64pcrel32 {{.*}}@nothing
define i64 @both(i64 %n) personality ptr @__defer_personality_v0 {
  invoke void @fail(i64 %n) to label %never unwind label %pad
never:
  call void @nothing(i64 %n)
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(i64 %n)
  ret i64 0
}

; D11: what does not defer stays as it is.
; MIR-LABEL: name: idle
; MIR:         CALL64pcrel32 {{.*}}@fail
; MIR:         JMP_1 %bb.[[NEVER:[0-9]+]]
; MIR:       bb.[[NEVER]].never:
define i64 @idle(i64 %n) personality ptr @__gcc_personality_v0 {
  invoke void @fail(i64 %n) to label %never unwind label %pad
never:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(i64 %n)
  ret i64 0
}

; MIR-LABEL: name: other
; MIR:         CALL64pcrel32 {{.*}}@finish
; MIR-NEXT:    ADJCALLSTACKUP64
; MIR-NEXT:    COPY
; MIR-NEXT:    EH_LABEL
define i64 @other(i64 %n) personality ptr @__gcc_personality_v0 {
  %old = call i64 @work(i64 %n)
  %new = invoke i64 @finish(i64 %old) to label %next unwind label %pad
next:
  call void @nothing(i64 1)
  ret i64 %new
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(i64 %old)
  ret i64 0
}
