; Section 4.3, machine code: the slot that a register would be saved to holds the one
; value that lives across calls, if it does so for a pad alone somewhere.
;
; REQUIRES: x86_64, llvm-22
; RUN: %llc -stop-after=defer-fold-save -verify-machineinstrs %s -o - \
; RUN:   | FileCheck %s --check-prefix=MIR
; RUN: %llc -relocation-model=pic -verify-machineinstrs %s -o - \
; RUN:   | FileCheck %s --check-prefix=ASM
; RUN: %llc -relocation-model=pic -verify-machineinstrs -O1 %s -o - \
; RUN:   | FileCheck %s --check-prefix=ASM
; RUN: %llc -relocation-model=pic -frame-pointer=all %s -o - \
; RUN:   | FileCheck %s --check-prefix=POINTER
; RUN: %llc -verify-machineinstrs -O0 %s -o /dev/null

declare void @lock()
declare void @unlock()
declare i64 @work(i64)
declare i64 @finish(i64)
declare i32 @small(i32)
declare void @two(i64, i64)
declare void @fill(ptr)
declare i1 @condition()
declare void @__defer_unwind(ptr, ptr, ptr)
declare { i64, i64 } @__defer_unwind_words(ptr, ptr, i64, i64, i64, i64)
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)

@f.panic = private unnamed_addr constant [1 x { i32, i32 }] [
  { i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @unlock to i64), i64 ptrtoint (ptr @f.panic to i64)) to i32), i32 0 }
], align 4

; Each value that is kept, one at a time; the pad asks for one, and says what is returned.
; Not with a frame pointer, which is another word of the frame.
; MIR-LABEL: name: result
; MIR-NOT:     rbx
; MIR:         liveins: $rdi{{$}}
; MIR-NOT:     rbx
; MIR:         PUSH64r $rdi,
; MIR-NEXT:    CFI_INSTRUCTION def_cfa_offset 16
; MIR-NEXT:    CALL64pcrel32 {{.*}}@lock
; MIR-NEXT:    TEST8mi $rsp, 1, $noreg, 0, $noreg, 3, {{.*}} :: (load (s8) from %fixed-stack.0
; MIR:         $rdi = MOV64rm $rsp, 1, $noreg, 0, $noreg :: (load (s64) from %fixed-stack.0
; MIR:         MOV64mr $rsp, 1, $noreg, 0, $noreg, $rax :: (store (s64) into %fixed-stack.0
; MIR-NOT:     bx
; MIR:         $rax = frame-destroy POP64r
; MIR:       bb.{{[0-9]+}}.first (landing-pad)
; MIR:         MOV64mi32 $rsp, 1, $noreg, 0, $noreg, 0
; MIR-NOT:     bx
; MIR:         CALL64pcrel32 {{.*}}@__defer_unwind_words
; MIR-NEXT:    MOV64mr $rsp, 1, $noreg, 0, $noreg, $rax
;
; ASM-LABEL: result:
; ASM:         pushq %rdi
; ASM-NEXT:    .cfi_def_cfa_offset 16
; ASM-NEXT:    callq lock
; ASM-NEXT:    testb $3, (%rsp)
; ASM:         movq (%rsp), %rdi
; ASM-NEXT:    callq work
; ASM:         movq %rax, (%rsp)
; ASM:         movq $-1, (%rsp)
; ASM:         movq (%rsp), %rdi
; ASM-NEXT:    callq finish
; ASM:         movq %rax, (%rsp)
; ASM-NEXT:    callq unlock
; ASM-NOT:     movq
; ASM:         popq %rax
; ASM-NEXT:    .cfi_def_cfa_offset 8
; ASM-NEXT:    retq
; ASM-NOT:     __defer_unwind
;
; In the table: word 0, of the second call, is the slot's content, where rsp says; what the
; chain leaves of it goes there. The pad of the first, behind, gives no words.
; ASM:         # >> Filter TypeInfos <<
; ASM-NEXT:    .byte 39
; ASM-NEXT:    .byte 12
; ASM-NEXT:    .byte 8
; ASM-NEXT:    .byte 16
; ASM-NEXT:    .byte 2
; ASM-NEXT:    .byte 13
; ASM-NEXT:    .byte 39
; ASM-NEXT:    .byte 15
; ASM-NEXT:    .byte 8
; ASM-NEXT:    .byte 0
;
; POINTER-LABEL: result:
; POINTER:       movq %rdi, %rbx
; POINTER-NOT:   (%rsp)
; POINTER:       .size result,
define i64 @result(i64 %n) personality ptr @__defer_personality_v0 {
  call void @lock()
  %low = and i64 %n, 3
  %none = icmp eq i64 %low, 0
  br i1 %none, label %join, label %some
some:
  %worked = invoke i64 @work(i64 %n) to label %join unwind label %first
join:
  %old = phi i64 [ -1, %0 ], [ %worked, %some ]
  %new = invoke i64 @finish(i64 %old) to label %unlocked unwind label %second
unlocked:
  call void @unlock()
  br label %end
end:
  %value = phi i64 [ %new, %unlocked ], [ %panicked, %pad ]
  ret i64 %value
first:
  %p1 = landingpad { ptr, i32 } cleanup
  br label %pad
second:
  %p2 = landingpad { ptr, i32 } cleanup
  br label %pad
pad:
  %word = phi i64 [ 0, %first ], [ %old, %second ]
  %p = phi { ptr, i32 } [ %p1, %first ], [ %p2, %second ]
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %word, i64 0, i64 0, i64 0)
  %panicked = extractvalue { i64, i64 } %w, 0
  br label %end
}

; Of parts of registers that are read none is larger than one that is written.
; MIR-LABEL: name: half
; MIR:         PUSH64r undef $rdi, {{.*}}, implicit $edi
; ASM-LABEL: half:
; ASM:         pushq %rdi
; ASM:         movl (%rsp), %edi
; ASM-NEXT:    callq small
; ASM:         movl %eax, (%rsp)
; ASM-NEXT:    callq unlock
; ASM-NOT:     movl
; ASM:         popq %rax
define i32 @half(i32 %n) personality ptr @__defer_personality_v0 {
  call void @lock()
  %new = invoke i32 @small(i32 %n) to label %next unwind label %pad
next:
  call void @unlock()
  br label %end
end:
  %value = phi i32 [ %new, %next ], [ 7, %pad ]
  ret i32 %value
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %long = zext i32 %n to i64
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %long, i64 0, i64 0, i64 0)
  br label %end
}

; A write of 32 bits clears those above them, and a store does not: a read of all stays.
; MIR-LABEL: name: wide
; MIR:         PUSH64r killed $rbx
; MIR:         $ebx = MOV32rr {{.*}}$eax
; MIR:         $rdi = MOV64rr killed {{.*}}$rbx
define i64 @wide(i64 %n) personality ptr @__defer_personality_v0 {
  %bit = call i1 @condition()
  br i1 %bit, label %some, label %join
some:
  %old = call i32 @small(i32 1)
  %long = zext i32 %old to i64
  br label %join
join:
  %kept = phi i64 [ %n, %0 ], [ %long, %some ]
  %new = invoke i64 @work(i64 1) to label %next unwind label %pad
next:
  %last = invoke i64 @finish(i64 %kept) to label %end unwind label %pad
end:
  ret i64 %last
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %kept, i64 0, i64 0, i64 0)
  ret i64 0
}

; So it is with a number, but all of the slot can be written.
; ASM-LABEL: number:
; ASM:         pushq %rdi
; ASM:         movq $5, (%rsp)
; ASM:         movq (%rsp), %rdi
; ASM-NEXT:    callq finish
; ASM:         popq %rax
define i64 @number(i64 %n) personality ptr @__defer_personality_v0 {
  %bit = call i1 @condition()
  br i1 %bit, label %some, label %join
some:
  br label %join
join:
  %kept = phi i64 [ %n, %0 ], [ 5, %some ]
  %new = invoke i64 @work(i64 1) to label %next unwind label %pad
next:
  call void @lock()
  %last = invoke i64 @finish(i64 %kept) to label %end unwind label %pad
end:
  call void @unlock()
  ret i64 %last
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %kept, i64 0, i64 0, i64 0)
  ret i64 0
}

; Nothing is returned: what is popped is nothing.
; ASM-LABEL: nothing:
; ASM:         pushq %rdi
; ASM:         movq (%rsp), %rdi
; ASM-NEXT:    callq work
; ASM:         popq %rcx
; ASM-NEXT:    .cfi_def_cfa_offset 8
; ASM-NEXT:    retq
define void @nothing(i64 %n) personality ptr @__defer_personality_v0 {
  call void @lock()
  %x = invoke i64 @work(i64 %n) to label %end unwind label %pad
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %n, i64 0, i64 0, i64 0)
  br label %end
}

; What a tail call is given.
; ASM-LABEL: tail:
; ASM:         pushq %rax
; ASM:         movq %rax, (%rsp)
; ASM-NOT:     %rbx
; ASM:         callq work
; ASM:         movq %rax, (%rsp)
; ASM-NEXT:    callq unlock
; ASM-NEXT:    popq %rdi
; ASM-NEXT:    .cfi_def_cfa_offset 8
; ASM-NEXT:    jmp finish
define i64 @tail(i64 %n) personality ptr @__defer_personality_v0 {
  %given = call i64 @work(i64 %n)
  %new = invoke i64 @work(i64 %given) to label %next unwind label %pad
next:
  call void @unlock()
  %value = tail call i64 @finish(i64 %new)
  ret i64 %value
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %given, i64 0, i64 0, i64 0)
  ret i64 0
}

; A value that each round of a loop changes stays in a register.
; ASM-LABEL: loop:
; ASM:         movq %r{{[ds]}}i, %rbx
; ASM:         .size loop,
define i64 @loop(i64 %n) personality ptr @__defer_personality_v0 {
  call void @lock()
  br label %head
head:
  %value = phi i64 [ %n, %0 ], [ %new, %next ]
  %done = call i1 @condition()
  br i1 %done, label %end, label %body
body:
  %new = invoke i64 @work(i64 %value) to label %next unwind label %pad
next:
  br label %head
end:
  call void @unlock()
  ret i64 %value
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %value, i64 0, i64 0, i64 0)
  ret i64 0
}

; Two registers.
; ASM-LABEL: both:
; ASM:         movq %r{{[ds]}}i, %rbx
; ASM:         .size both,
define i64 @both(i64 %a, i64 %b) personality ptr @__defer_personality_v0 {
  call void @lock()
  %x = invoke i64 @work(i64 %a) to label %next unwind label %pad
next:
  call void @two(i64 %x, i64 %b)
  ret i64 %x
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %a, i64 0, i64 0, i64 0)
  ret i64 0
}

; The frame has something else.
; ASM-LABEL: frame:
; ASM:         movq %r{{[ds]}}i, %rbx
; ASM:         .size frame,
define i64 @frame(i64 %n) personality ptr @__defer_personality_v0 {
  %memory = alloca [2 x i64]
  call void @fill(ptr %memory)
  %new = invoke i64 @work(i64 %n) to label %next unwind label %pad
next:
  call void @unlock()
  ret i64 %new
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %n, i64 0, i64 0, i64 0)
  ret i64 0
}

; An instruction that wants a register.
; ASM-LABEL: product:
; ASM:         movq %rdi, %rbx
; ASM:         leaq (%rbx,%rbx,4), %rdi
; ASM:         .size product,
define i64 @product(i64 %n) personality ptr @__defer_personality_v0 {
  call void @lock()
  %more = mul i64 %n, 5
  %new = invoke i64 @work(i64 %more) to label %next unwind label %pad
next:
  call void @unlock()
  ret i64 %new
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %n, i64 0, i64 0, i64 0)
  ret i64 0
}

; More code than it saves.
; ASM-LABEL: larger:
; ASM:         movq %r{{[ds]}}i, %rbx
; ASM:         .size larger,
define i64 @larger(i64 %n) personality ptr @__defer_personality_v0 {
  call void @lock()
  %a = invoke i64 @work(i64 %n) to label %next unwind label %pad
next:
  call void @unlock()
  %b = call i64 @finish(i64 %n)
  %c = call i64 @finish(i64 %n)
  %d = call i64 @finish(i64 %n)
  %e1 = call i64 @finish(i64 %n)
  %f = call i64 @finish(i64 %n)
  call void @lock()
  %g = invoke i64 @finish(i64 %n) to label %end unwind label %pad
end:
  call void @lock()
  ret i64 0
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %n, i64 0, i64 0, i64 0)
  ret i64 0
}

; What the function itself wants behind the call is in a register without pads, too.
; ASM-LABEL: anyway:
; ASM:         movq %rdi, %rbx
; ASM:         .size anyway,
define i64 @anyway(i64 %n) personality ptr @__defer_personality_v0 {
  call void @lock()
  %a = invoke i64 @work(i64 %n) to label %next unwind label %pad
next:
  %b = call i64 @finish(i64 %n)
  ret i64 %b
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %n, i64 0, i64 0, i64 0)
  ret i64 0
}

; D11: what does not defer stays as it is.
; ASM-LABEL: other:
; ASM:         movq %rdi, %rbx
; ASM:         movq %rbx, %rax
; ASM:         popq %rbx
; ASM:         .size other,
define i64 @other(i64 %n) personality ptr @__gcc_personality_v0 {
  call void @lock()
  %new = invoke i64 @work(i64 %n) to label %next unwind label %pad
next:
  call void @unlock()
  ret i64 %new
pad:
  %p = landingpad { ptr, i32 } cleanup
  %x = call i64 @work(i64 1)
  ret i64 0
}
