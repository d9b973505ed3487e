; Section 4.5, machine code: a pad whose code can be described has none; its call's entry
; in the exception table says what it does, and where the function goes on.
;
; REQUIRES: x86_64, llvm-22
; RUN: %llc -stop-after=defer-fold-pads -verify-machineinstrs %s -o - \
; RUN:   | FileCheck %s --check-prefix=MIR
; RUN: %llc -relocation-model=pic -verify-machineinstrs %s -o - \
; RUN:   | FileCheck %s --check-prefixes=ASM,PIC
; RUN: %llc -relocation-model=pic -verify-machineinstrs -O1 %s -o - \
; RUN:   | FileCheck %s --check-prefixes=ASM,PIC
; RUN: %llc -relocation-model=static -verify-machineinstrs %s -o - \
; RUN:   | FileCheck %s --check-prefixes=ASM,STATIC
; RUN: %llc -relocation-model=static -code-model=large %s -o - \
; RUN:   | FileCheck %s --check-prefix=LARGE
; RUN: %llc -O0 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: sed 's/"other flag"/"cf-protection-return"/' %s | %llc \
; RUN:   | FileCheck %s --check-prefix=CODE

declare void @work(i64)
declare i64 @get()
declare void @handle(i64)
declare void @__defer_unwind(ptr, ptr, ptr)
declare { i64, i64 } @__defer_unwind_words(ptr, ptr, i64, i64, i64, i64)
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)

; Three steps: a call with word 1, a test of bit 3 of word 0 before another, with a
; number.
@f.panic = private unnamed_addr constant [3 x { i32, i32 }] [
  { i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @handle to i64), i64 ptrtoint (ptr @f.panic to i64)) to i32), i32 4116 },
  { i32, i32 } { i32 0, i32 12311 },
  { i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @handle to i64), i64 ptrtoint (ptr getelementptr ([3 x { i32, i32 }], ptr @f.panic, i64 0, i64 2) to i64)) to i32), i32 20485 }
], align 4

; Without words and with the first step there is nothing to say but that it runs.
; MIR-LABEL: name: nothing
; MIR-NOT:     __defer_unwind
; ASM-LABEL: nothing:
; ASM-NOT:     __defer_unwind
; ASM:         .size nothing,
; ASM:         # On action: 1
; ASM:         .byte 1 # >> Action Record 1 <<
; ASM-NEXT:    # Catch TypeInfo 1
; ASM-NEXT:    .byte 0 # No further actions
; PIC:         f.panic.DW.stub-
; STATIC:      .long {{.*}}f.panic # TypeInfo 1
;
; LARGE-LABEL: nothing:
; LARGE:         movabsq $__defer_unwind, [[UNWIND:%r[a-z0-9]+]]
; LARGE:         callq *[[UNWIND]]
; LARGE-LABEL: words:
;
; CODE-LABEL: nothing:
; CODE:         callq __defer_unwind
define void @nothing() personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %end unwind label %pad
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @f.panic, ptr null)
  br label %end
}

; The words that the chain asks for, a register for the result. The call reads what the
; description does, and control goes on in the block that returns.
; MIR-LABEL: name: words
; MIR:         CALL64pcrel32 {{.*}}@work{{.*}}implicit $rbx
; MIR:       (landing-pad)
; MIR:         EH_LABEL
; MIR-NOT:     __defer_unwind
; MIR:       name: back
; ASM-LABEL: words:
; ASM:         callq get
; ASM-NEXT:    movq %rax, %rbx
; ASM:         callq get
; ASM-NEXT:    movq %rax, %r14
; ASM:         callq work
; ASM-NOT:     __defer_unwind
; ASM:         .size words,
; Word 1 is register 3, the register of the result, 14, becomes 0: 32 + 3, 16 + 1, run,
; 64 + 14.
; ASM:         # >> Filter TypeInfos <<
; ASM-NEXT:    .byte 35
; ASM-NEXT:    .byte 17
; ASM-NEXT:    .byte 2
; ASM-NEXT:    .byte 78
; ASM-NEXT:    .byte 0
define i64 @words(i64 %n) personality ptr @__defer_personality_v0 {
  %held = call i64 @get()
  %first = call i64 @get()
  invoke void @work(i64 %n) to label %next unwind label %pad
next:
  call void @handle(i64 %held)
  br label %end
end:
  %result = phi i64 [ %first, %next ], [ 0, %pad ]
  call void @work(i64 1)
  ret i64 %result
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 poison, i64 %held, i64 7, i64 poison)
  br label %end
}

; A word that comes back, and bits that are where they are: register 3, and 8.
; ASM-LABEL: back:
; ASM-NOT:     __defer_unwind
; ASM:         .byte 2 # >> Action Record 2 <<
; ASM:         # >> Filter TypeInfos <<
; ASM-NEXT:    .byte 35
; ASM-NEXT:    .byte 88
; ASM-NEXT:    .byte 6
; ASM-NEXT:    .byte 16
; ASM-NEXT:    .byte 2
; ASM-NEXT:    .byte 13
; ASM-NEXT:    .byte 51
; ASM-NEXT:    .byte 0
define i64 @back(i64 %n) personality ptr @__defer_personality_v0 {
  invoke void @work(i64 %n) to label %end unwind label %pad
end:
  %result = phi i64 [ %n, %0 ], [ %word, %pad ]
  call void @work(i64 1)
  ret i64 %result
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %bits = lshr i64 %n, 3
  %bit = and i64 %bits, 1
  %flags = shl i64 %bit, 3
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr getelementptr ({ i32, i32 }, ptr @f.panic, i64 1), i64 %flags, i64 poison, i64 poison, i64 poison)
  %word = extractvalue { i64, i64 } %w, 0
  br label %end
}

; 32 bits of a register, with zeros above them, as 64: 35, 10 and a number, 6; -1000 is
; added to that.
; ASM-LABEL: half:
; ASM-NOT:     __defer_unwind
; ASM:         # >> Filter TypeInfos <<
; ASM-NEXT:    .byte 35
; ASM-NEXT:    .byte 10
; ASM-NEXT:    .ascii "\377\377\377\377\017"
; ASM:         .byte 6
; ASM-NEXT:    .byte 11
; ASM-NEXT:    .ascii "\347\007"
; ASM:         .byte 5
; ASM-NEXT:    .byte 16
; ASM-NEXT:    .byte 2
define void @half(i64 %n) personality ptr @__defer_personality_v0 {
  invoke void @work(i64 %n) to label %end unwind label %pad
end:
  %more = mul i64 %n, 5
  call void @work(i64 %more)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %low = and i64 %n, 4294967295
  %less = add nsw i64 %low, -1000
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr getelementptr ({ i32, i32 }, ptr @f.panic, i64 1), i64 %less, i64 poison, i64 poison, i64 poison)
  br label %end
}

; A frame in memory: its address is that of the stack and a number.
; ASM-LABEL: memory:
; ASM-NOT:     __defer_unwind
; ASM:         # >> Filter TypeInfos <<
; ASM-NEXT:    .byte 39
; ASM-NEXT:    .byte 88
; ASM-NEXT:    .byte 5
; ASM-NEXT:    .byte 1
; ASM-NEXT:    .byte 2
define void @memory(i64 %n) personality ptr @__defer_personality_v0 {
  %frame = alloca [2 x i64], align 8
  %more = alloca [2 x i64], align 8
  store volatile i64 %n, ptr %more
  store i64 8, ptr %frame
  %second = getelementptr i64, ptr %frame, i64 1
  store i64 %n, ptr %second
  invoke void @work(i64 %n) to label %end unwind label %pad
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @f.panic, ptr %frame)
  br label %end
}

; What was inlined: its chain has a landing pad itself, that of a range without a call
; where it goes on.
; ASM-LABEL: inlined:
; ASM-NOT:     __defer_unwind
; ASM:         callq handle
; ASM:       [[PLACE:.Ltmp[0-9]+]]: # EH_LABEL
; ASM-NEXT:  [[BEGIN:.Ltmp[0-9]+]]: # EH_LABEL
; ASM-NEXT:  [[END:.Ltmp[0-9]+]]: # EH_LABEL
; ASM:         callq handle
; ASM-NOT:     __defer_unwind
; ASM:         .size inlined,
; ASM:         # jumps to [[PLACE]]
; ASM-NEXT:    .byte [[#INNER:]]
; ASM:         .uleb128 [[BEGIN]]-.Lfunc_begin
; ASM-NEXT:    .uleb128 [[END]]-[[BEGIN]]
; ASM-NEXT:    .uleb128 [[OUTER:.Ltmp[0-9]+]]-
; ASM:         # >> Filter TypeInfos <<
; ASM-NEXT:    .byte 3
; ASM-NEXT:    .byte 0
define void @inlined(i64 %n) personality ptr @__defer_personality_v0 {
  invoke void @work(i64 %n) to label %next unwind label %inner
next:
  call void @handle(i64 1)
  br label %between
between:
  invoke void @handle(i64 2) to label %end unwind label %outer
end:
  call void @handle(i64 3)
  ret void
inner:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  invoke void @__defer_unwind(ptr %e, ptr @f.panic, ptr null) to label %between unwind label %outer
outer:
  %q = landingpad { ptr, i32 } cleanup
  %f = extractvalue { ptr, i32 } %q, 0
  call void @__defer_unwind(ptr %f, ptr getelementptr ({ i32, i32 }, ptr @f.panic, i64 2), ptr null)
  br label %end
}

; Pads that never go on have a place that they are run from, behind the call: no other
; code is there, and none begins. What was inlined has one of its own, with the outer pad.
; ASM-LABEL: ends:
; ASM:         callq work
; ASM-NOT:     __defer_unwind
; ASM:         retq
; ASM:       [[PLACE:.Ltmp[0-9]+]]: # EH_LABEL
; ASM-NEXT:  [[BEGIN:.Ltmp[0-9]+]]: # EH_LABEL
; ASM-NEXT:  [[END:.Ltmp[0-9]+]]: # EH_LABEL
; ASM-NEXT:    int3
; ASM:       [[OUTER:.Ltmp[0-9]+]]: # EH_LABEL
; ASM-NEXT:    int3
; ASM-NOT:     __defer_unwind
; ASM:         .size ends,
; ASM:         # jumps to [[PLACE]]
; ASM-NEXT:    .byte [[#INNER:]]
; ASM:         # jumps to [[OUTER]]
; ASM:         .uleb128 [[BEGIN]]-.Lfunc_begin
; ASM-NEXT:    .uleb128 [[END]]-[[BEGIN]]
; ASM-NEXT:    .uleb128 [[OUTER]]-
define void @ends(i64 %n) personality ptr @__defer_personality_v0 {
  invoke void @work(i64 %n) to label %next unwind label %inner
next:
  invoke void @handle(i64 2) to label %end unwind label %outer
end:
  ret void
inner:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  invoke void @__defer_unwind(ptr %e, ptr @f.panic, ptr null) noreturn to label %never unwind label %outer
never:
  unreachable
outer:
  %q = landingpad { ptr, i32 } cleanup
  %f = extractvalue { ptr, i32 } %q, 0
  call void @__defer_unwind(ptr %f, ptr getelementptr ({ i32, i32 }, ptr @f.panic, i64 2), ptr null) noreturn
  unreachable
}

; What is stored before, and behind: 1 where rbx says, a word of what the chain leaves.
; ASM-LABEL: stores:
; ASM-NOT:     __defer_unwind
; ASM:         # >> Filter TypeInfos <<
; ASM-NEXT:    .byte 81
; ASM-NEXT:    .byte 35
; ASM-NEXT:    .byte 15
; ASM-NEXT:    .byte 8
; ASM-NEXT:    .byte 2
; ASM-NEXT:    .byte 14
; ASM-NEXT:    .byte 35
; ASM-NEXT:    .byte 88
; ASM-NEXT:    .byte 5
; ASM-NEXT:    .byte 15
; ASM-NEXT:    .byte 4
; ASM-NEXT:    .byte 0
define void @stores(ptr %to) personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %end unwind label %pad
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  store i64 1, ptr %to
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr getelementptr ({ i32, i32 }, ptr @f.panic, i64 2), i64 poison, i64 poison, i64 poison, i64 poison)
  %word = extractvalue { i64, i64 } %w, 1
  %half = trunc i64 %word to i32
  %second = getelementptr i64, ptr %to, i64 1
  store i32 %half, ptr %second
  br label %end
}

; A word that comes back to be stored has been given, though no step asks for it.
; ASM-LABEL: given:
; ASM-NOT:     __defer_unwind
; ASM:         # >> Filter TypeInfos <<
; ASM-NEXT:    .byte [[#NUMBER:]]
; ASM-NEXT:    .byte 17
; ASM-NEXT:    .byte 2
; ASM-NEXT:    .byte 14
; ASM-NEXT:    .byte [[#TO:]]
; ASM-NEXT:    .byte 15
; ASM-NEXT:    .byte 8
; ASM-NEXT:    .byte 0
define void @given(ptr %to, i64 %n) personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %end unwind label %pad
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr getelementptr ({ i32, i32 }, ptr @f.panic, i64 2), i64 poison, i64 %n, i64 poison, i64 poison)
  %word = extractvalue { i64, i64 } %w, 1
  store i64 %word, ptr %to
  br label %end
}

; Not to be described: another call. All of the function's pads are code then.
; ASM-LABEL: other:
; ASM:         callq __defer_unwind
; ASM:         .size other,
; ASM-NOT:     Action Record
; ASM-LABEL: foreign:
define void @other(ptr %to) personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %next unwind label %pad
next:
  invoke void @work(i64 1) to label %end unwind label %calls
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @f.panic, ptr null)
  br label %end
calls:
  %q = landingpad { ptr, i32 } cleanup
  %f = extractvalue { ptr, i32 } %q, 0
  call void @handle(i64 1)
  call void @__defer_unwind(ptr %f, ptr @f.panic, ptr null)
  br label %end
}

; D11: what does not defer stays as it is.
; ASM:         callq __defer_unwind
; ASM:         .size foreign,
define void @foreign() personality ptr @__gcc_personality_v0 {
  invoke void @work(i64 0) to label %end unwind label %pad
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @f.panic, ptr null)
  br label %end
}

; Of a group that linkers keep one of.
; ASM-LABEL: grouped:
; ASM:         callq __defer_unwind
; ASM:         .size grouped,
$grouped = comdat any
define void @grouped() comdat personality ptr @__defer_personality_v0 {
  invoke void @work(i64 0) to label %end unwind label %pad
end:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @f.panic, ptr null)
  br label %end
}

!llvm.module.flags = !{!0}
!0 = !{i32 8, !"other flag", i32 1}
