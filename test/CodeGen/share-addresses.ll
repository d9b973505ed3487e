; Section 4.3, machine code: calls that may unwind share an address, as they do in one
; block, if that is shorter.
;
; REQUIRES: x86_64, llvm-22
; RUN: %llc -relocation-model=pic -stop-after=defer-share-addresses \
; RUN:   -disable-machine-licm -verify-machineinstrs %s -o - \
; RUN:   | FileCheck %s --check-prefix=MIR
; RUN: %llc -relocation-model=pic -verify-machineinstrs %s -o - \
; RUN:   | FileCheck %s --check-prefix=ASM
; RUN: %llc -relocation-model=pic -verify-machineinstrs -O1 %s -o - \
; RUN:   | FileCheck %s --check-prefix=ASM
; RUN: %llc -relocation-model=pic -verify-machineinstrs -O0 %s -o /dev/null
; RUN: %llc -relocation-model=pic -verify-machineinstrs -global-isel \
; RUN:   -global-isel-abort=2 %s -o /dev/null

@m = external hidden global i64
@n = external hidden global i64

declare void @use(ptr)
declare void @put(i64)
declare i64 @get()
declare void @handle(ptr)
declare i32 @__defer_personality_v0(...)
declare i32 @__gcc_personality_v0(...)

; The pad has its own, though it goes back.
; MIR-LABEL: name: three
; MIR:       bb.0.entry:
; MIR:         %[[M:[0-9]+]]:gr64 = LEA64r $rip, 1, $noreg, @m, $noreg
; MIR-NEXT:    $rdi = COPY %[[M]]{{$}}
; MIR:       bb.1.second:
; MIR-NOT:     LEA64r
; MIR:         $rdi = COPY %[[M]]{{$}}
; MIR:       bb.2.third:
; MIR-NOT:     LEA64r
; MIR:         $rdi = COPY killed %[[M]]{{$}}
; MIR:       bb.3.pad (landing-pad):
; MIR:         %[[OWN:[0-9]+]]:gr64 = LEA64r $rip, 1, $noreg, @m, $noreg
; MIR:         $rdi = COPY killed %[[OWN]]
; MIR:       bb.4.
;
; ASM-LABEL: three:
; ASM:         leaq m(%rip), %rbx
; ASM-NEXT:    movq %rbx, %rdi
; ASM-NEXT:    callq use
; ASM:         movq %rbx, %rdi
; ASM-NEXT:    callq use
; ASM:         movq %rbx, %rdi
; ASM-NEXT:    callq use
; ASM:         leaq m(%rip), %rdi
; ASM-NEXT:    callq handle
define void @three() personality ptr @__defer_personality_v0 {
entry:
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  invoke void @use(ptr @m) to label %third unwind label %pad
third:
  call void @use(ptr @m)
  br label %end
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(ptr @m)
  br label %end
end:
  call void @put(i64 0)
  ret void
}

; Two are not worth it, though the stack would be aligned for it.
; MIR-LABEL: name: two
; MIR:       bb.0.entry:
; MIR:         LEA64r {{.*}}@m,
; MIR:       bb.1.second:
; MIR:         LEA64r {{.*}}@m,
; MIR:       bb.2.pad
define void @two() personality ptr @__defer_personality_v0 {
entry:
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  call void @use(ptr @m)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; Three are not if the stack, aligned without them, would have to be aligned with one
; register more. They are if it would not have to be any longer.
; MIR-LABEL: name: aligned
; MIR-COUNT-3: LEA64r {{.*}}@m,
; MIR-LABEL: name: unaligned
; MIR:         LEA64r {{.*}}@m,
; MIR-NOT:     LEA64r
; MIR:       ...
define void @aligned() personality ptr @__defer_personality_v0 {
entry:
  %a = call i64 @get()
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  invoke void @use(ptr @m) to label %third unwind label %pad
third:
  call void @use(ptr @m)
  call void @put(i64 %a)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}
define void @unaligned() personality ptr @__defer_personality_v0 {
entry:
  %a = call i64 @get()
  %b = call i64 @get()
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  invoke void @use(ptr @m) to label %third unwind label %pad
third:
  call void @use(ptr @m)
  call void @put(i64 %a)
  call void @put(i64 %b)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; The more used one, if a second would not pay.
; MIR-LABEL: name: more
; MIR:       bb.0.entry:
; MIR:         LEA64r {{.*}}@n,
; MIR:         %[[M:[0-9]+]]:gr64 = LEA64r $rip, 1, $noreg, @m, $noreg
; MIR:       bb.1.second:
; MIR:         LEA64r {{.*}}@n,
; MIR:         COPY %[[M]]{{$}}
; MIR:       bb.2.third:
; MIR:         LEA64r {{.*}}@n,
; MIR:         COPY %[[M]]{{$}}
; MIR:       bb.3.fourth:
; MIR:         COPY killed %[[M]]{{$}}
; MIR:       bb.4.pad
define void @more() personality ptr @__defer_personality_v0 {
entry:
  call void @use(ptr @n)
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  call void @use(ptr @n)
  invoke void @use(ptr @m) to label %third unwind label %pad
third:
  call void @use(ptr @n)
  invoke void @use(ptr @m) to label %fourth unwind label %pad
fourth:
  call void @use(ptr @m)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; What does not dominate the others is not shared with them.
; MIR-LABEL: name: back
; MIR:       bb.1.second:
; MIR:         LEA64r {{.*}}@m,
; MIR:       bb.3.third:
; MIR:         %[[M:[0-9]+]]:gr64 = LEA64r $rip, 1, $noreg, @m, $noreg
; MIR:         COPY %[[M]]{{$}}
; MIR-NOT:     LEA64r
; MIR:         COPY killed %[[M]]{{$}}
; MIR:       ...
define void @back() personality ptr @__defer_personality_v0 {
entry:
  invoke void @put(i64 0) to label %second unwind label %pad
second:
  invoke void @use(ptr @m) to label %third unwind label %outer
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @put(i64 1)
  br label %third
third:
  invoke void @use(ptr @m) to label %fourth unwind label %outer
fourth:
  invoke void @use(ptr @m) to label %fifth unwind label %outer
fifth:
  invoke void @use(ptr @m) to label %end unwind label %outer
outer:
  %o = landingpad { ptr, i32 } cleanup
  br label %end
end:
  ret void
}

; A pad that goes back does not matter to who dominates it.
; MIR-LABEL: name: through
; MIR:       bb.0.entry:
; MIR:         %[[M:[0-9]+]]:gr64 = LEA64r $rip, 1, $noreg, @m, $noreg
; MIR:       bb.3.third:
; MIR-NOT:     LEA64r
; MIR:         COPY %[[M]]{{$}}
; MIR-NOT:     LEA64r
; MIR:         COPY killed %[[M]]{{$}}
; MIR:       ...
define void @through() personality ptr @__defer_personality_v0 {
entry:
  invoke void @use(ptr @m) to label %second unwind label %outer
second:
  invoke void @put(i64 0) to label %third unwind label %pad
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @put(i64 1)
  br label %third
third:
  invoke void @use(ptr @m) to label %fourth unwind label %outer
fourth:
  invoke void @use(ptr @m) to label %end unwind label %outer
outer:
  %o = landingpad { ptr, i32 } cleanup
  br label %end
end:
  ret void
}

; What only panics execute wants no register.
; MIR-LABEL: name: cold
; MIR-COUNT-3: LEA64r {{.*}}@m,
define void @cold() personality ptr @__defer_personality_v0 {
entry:
  invoke void @put(i64 0) to label %end unwind label %pad
pad:
  %p = landingpad { ptr, i32 } cleanup
  invoke void @use(ptr @m) to label %second unwind label %outer
second:
  invoke void @use(ptr @m) to label %third unwind label %outer
third:
  invoke void @use(ptr @m) to label %end unwind label %outer
outer:
  %o = landingpad { ptr, i32 } cleanup
  br label %end
end:
  ret void
}

; Where the function branches it is not known what is executed.
; MIR-LABEL: name: branch
; MIR-COUNT-5: LEA64r {{.*}}@m,
define void @branch() personality ptr @__defer_personality_v0 {
entry:
  invoke void @use(ptr @m) to label %then unwind label %pad
then:
  %value = call i64 @get()
  %c = icmp eq i64 %value, 0
  br i1 %c, label %yes, label %no
yes:
  invoke void @use(ptr @m) to label %more unwind label %pad
more:
  call void @use(ptr @m)
  ret void
no:
  invoke void @use(ptr @m) to label %less unwind label %pad
less:
  call void @use(ptr @m)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; In a loop, and not with what stands before it.
; MIR-LABEL: name: loop
; MIR:       bb.0.entry:
; MIR:         LEA64r {{.*}}@m,
; MIR:       bb.1.head:
; MIR:         %[[M:[0-9]+]]:gr64 = LEA64r $rip, 1, $noreg, @m, $noreg
; MIR:         COPY %[[M]]{{$}}
; MIR-NOT:     LEA64r
; MIR:         COPY killed %[[M]]{{$}}
; MIR:       ...
define void @loop() personality ptr @__defer_personality_v0 {
entry:
  call void @use(ptr @m)
  br label %head
head:
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  invoke void @use(ptr @m) to label %third unwind label %pad
third:
  invoke void @use(ptr @m) to label %head unwind label %pad
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; With what LLVM has moved out of a loop, and keeps in a register anyway.
; ASM-LABEL: hoisted:
; ASM:         leaq m(%rip), %rbx
; ASM-NOT:     leaq
; ASM:         .LBB{{[0-9_]+}}: # %head
; ASM-NOT:     leaq
; ASM:         movq %rbx, %rdi
; ASM-NEXT:    callq use
; ASM-NOT:     leaq
; ASM:         .size hoisted
define void @hoisted() personality ptr @__defer_personality_v0 {
entry:
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  invoke void @use(ptr @m) to label %third unwind label %pad
third:
  call void @put(i64 0)
  br label %head
head:
  invoke void @use(ptr @m) to label %head unwind label %pad
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; Six values have all six registers.
; MIR-LABEL: name: full
; MIR-COUNT-4: LEA64r {{.*}}@m,
define void @full() personality ptr @__defer_personality_v0 {
entry:
  %a = call i64 @get()
  %b = call i64 @get()
  %c = call i64 @get()
  %d = call i64 @get()
  %e = call i64 @get()
  %f = call i64 @get()
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  invoke void @use(ptr @m) to label %third unwind label %pad
third:
  invoke void @use(ptr @m) to label %fourth unwind label %pad
fourth:
  invoke void @use(ptr @m) to label %end unwind label %pad
end:
  call void @put(i64 %a)
  call void @put(i64 %b)
  call void @put(i64 %c)
  call void @put(i64 %d)
  call void @put(i64 %e)
  call void @put(i64 %f)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; An address on the stack is hardly longer than a copy.
; MIR-LABEL: name: stack
; MIR-COUNT-5: LEA64r %stack.0.slot,
define void @stack() personality ptr @__defer_personality_v0 {
entry:
  %slot = alloca i64
  invoke void @use(ptr %slot) to label %second unwind label %pad
second:
  invoke void @use(ptr %slot) to label %third unwind label %pad
third:
  invoke void @use(ptr %slot) to label %fourth unwind label %pad
fourth:
  invoke void @use(ptr %slot) to label %fifth unwind label %pad
fifth:
  call void @use(ptr %slot)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; What is as cheap as a copy would be computed in place of it.
; MIR-LABEL: name: cheap
; MIR-COUNT-3: MOV32ri64 5
define void @cheap() personality ptr @__defer_personality_v0 {
entry:
  %a = call i64 @get()
  %x = shl i64 5, %a
  invoke void @put(i64 %x) to label %second unwind label %pad
second:
  %b = invoke i64 @get() to label %third unwind label %pad
third:
  %y = shl i64 5, %b
  invoke void @put(i64 %y) to label %fourth unwind label %pad
fourth:
  %c = invoke i64 @get() to label %fifth unwind label %pad
fifth:
  %z = shl i64 5, %c
  call void @put(i64 %z)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  ret void
}

; D11: what does not defer stays as it is.
; MIR-LABEL: name: other
; MIR-COUNT-4: LEA64r {{.*}}@m,
define void @other() personality ptr @__gcc_personality_v0 {
entry:
  invoke void @use(ptr @m) to label %second unwind label %pad
second:
  invoke void @use(ptr @m) to label %third unwind label %pad
third:
  call void @use(ptr @m)
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @handle(ptr @m)
  ret void
}
