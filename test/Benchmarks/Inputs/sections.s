        .text
        .zero 10
        .section .text.f,"ax",@progbits
        .zero 100
        .section .text.unlikely.f,"ax",@progbits
        .zero 20
        .section .text.split.f,"ax",@progbits
        .zero 3
        .section .rodata,"a",@progbits
        .zero 7
        .section .data,"aw",@progbits
        .zero 1000
        .section .note,"",@progbits
        .zero 5
