/*===-- x86_64.c - What is specific to x86-64 -------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <string.h>

/* For a variadic function %al is the number of vector registers with arguments.
 * The frame has its own table of landing pads, as compilers write it. */
__asm__(".text\n"
        ".p2align 4\n"
        ".globl __defer_try\n"
        ".hidden __defer_try\n"
        ".type __defer_try, @function\n"
        "__defer_try:\n"
        ".cfi_startproc\n"
        ".cfi_personality 0x1b, __defer_own_personality\n"
        ".cfi_lsda 0x1b, .L__defer_try_table\n"
        "endbr64\n"
        "subq $8, %rsp\n"
        ".cfi_def_cfa_offset 16\n"
        "movq %rdi, %r11\n"
        "movq %rsi, %rdi\n"
        "movq %rdx, %rsi\n"
        "xorl %eax, %eax\n"
        ".L__defer_try_call:\n"
        "call *%r11\n"
        ".L__defer_try_returned:\n"
        "xorl %eax, %eax\n"
        "addq $8, %rsp\n"
        ".cfi_def_cfa_offset 8\n"
        "ret\n"
        ".L__defer_try_pad:\n" /* the exception is in %rax */
        ".cfi_def_cfa_offset 16\n"
        "endbr64\n"
        "addq $8, %rsp\n"
        ".cfi_def_cfa_offset 8\n"
        "ret\n"
        ".cfi_endproc\n"
        ".size __defer_try, . - __defer_try\n" DEFER_TRY_TABLE(__defer_try));

/* The copy is at the bottom of the frame, where the first argument in memory is
 * expected, and the stack pointer a multiple of 16. */
__asm__(".text\n"
        ".p2align 4\n"
        ".globl __defer_try_copy\n"
        ".hidden __defer_try_copy\n"
        ".type __defer_try_copy, @function\n"
        "__defer_try_copy:\n"
        ".cfi_startproc\n"
        ".cfi_personality 0x1b, __defer_own_personality\n"
        ".cfi_lsda 0x1b, .L__defer_try_copy_table\n"
        "endbr64\n"
        "pushq %rbp\n"
        ".cfi_def_cfa_offset 16\n"
        ".cfi_offset %rbp, -16\n"
        "movq %rsp, %rbp\n"
        ".cfi_def_cfa_register %rbp\n"
        "movq %rdi, %rax\n"
        "movq %rdx, %rcx\n"
        "leaq 15(,%rdx,8), %rdx\n"
        "andq $-16, %rdx\n"
        "subq %rdx, %rsp\n"
        "movq %rsp, %rdi\n"
        "rep movsq\n"
        ".L__defer_try_copy_call:\n"
        "call *%rax\n"
        ".L__defer_try_copy_returned:\n"
        "xorl %eax, %eax\n"
        "leave\n"
        ".cfi_remember_state\n"
        ".cfi_def_cfa %rsp, 8\n"
        ".cfi_restore %rbp\n"
        "ret\n"
        ".L__defer_try_copy_pad:\n" /* the exception is in %rax */
        ".cfi_restore_state\n"
        "endbr64\n"
        "leave\n"
        ".cfi_def_cfa %rsp, 8\n"
        ".cfi_restore %rbp\n"
        "ret\n"
        ".cfi_endproc\n"
        ".size __defer_try_copy, . - __defer_try_copy\n" DEFER_TRY_TABLE(
            __defer_try_copy));

/* The registers are in 16 words, by DWARF's numbers, and above them is what a
 * call would have pushed. The way back is a jump, through what was just given
 * back, which no signal's frame overwrites. Unwinders execute what the table
 * says up to the call they come from, each time: so it says little before the
 * second one. */
__asm__(".text\n"
        ".p2align 4\n"
        ".globl __defer_land\n"
        ".hidden __defer_land\n"
        ".type __defer_land, @function\n"
        "__defer_land:\n"
        ".cfi_startproc\n"
        ".cfi_signal_frame\n"
        ".cfi_def_cfa %rsp, 0\n"
        ".cfi_register %rip, %rdx\n"
        "endbr64\n"
        "pushq %rdx\n"
        ".cfi_def_cfa_offset 8\n"
        ".cfi_offset %rip, -8\n"
        "subq $136, %rsp\n"
        ".cfi_def_cfa_offset 144\n"
        "movq %rbx, 24(%rsp)\n"
        "movq %rbp, 48(%rsp)\n"
        "movq %r12, 96(%rsp)\n"
        "movq %r13, 104(%rsp)\n"
        "movq %r14, 112(%rsp)\n"
        "movq %r15, 120(%rsp)\n"
        ".cfi_offset %rbx, -120\n"
        ".cfi_offset %rbp, -96\n"
        ".cfi_offset %r12, -48\n"
        ".cfi_offset %r13, -40\n"
        ".cfi_offset %r14, -32\n"
        ".cfi_offset %r15, -24\n"
        "leaq 144(%rsp), %rcx\n"
        "movq %rcx, 56(%rsp)\n"
        "movq %rax, %rdi\n"
        "movq %rsp, %rsi\n"
        "leaq 136(%rsp), %rdx\n"
        "call __defer_run_pad\n"
        "testq %rax, %rax\n"
        "je .Ldefer_land_return\n"
        "movq %rax, %rdi\n"
        "call _Unwind_Resume@PLT\n"
        "hlt\n"
        ".Ldefer_land_return:\n"
        "movq (%rsp), %rax\n"
        "movq 8(%rsp), %rdx\n"
        "movq 16(%rsp), %rcx\n"
        "movq 24(%rsp), %rbx\n"
        "movq 32(%rsp), %rsi\n"
        "movq 40(%rsp), %rdi\n"
        "movq 48(%rsp), %rbp\n"
        "movq 64(%rsp), %r8\n"
        "movq 72(%rsp), %r9\n"
        "movq 80(%rsp), %r10\n"
        "movq 88(%rsp), %r11\n"
        "movq 96(%rsp), %r12\n"
        "movq 104(%rsp), %r13\n"
        "movq 112(%rsp), %r14\n"
        "movq 120(%rsp), %r15\n"
        "addq $144, %rsp\n"
        ".cfi_def_cfa_offset 0\n"
        ".cfi_restore %rbx\n"
        ".cfi_restore %rbp\n"
        ".cfi_restore %r12\n"
        ".cfi_restore %r13\n"
        ".cfi_restore %r14\n"
        ".cfi_restore %r15\n"
        "notrack jmp *-8(%rsp)\n"
        ".cfi_endproc\n"
        ".size __defer_land, . - __defer_land\n");

/*     endbr64                 f3 0f 1e fa   with control-flow enforcement
 *     mov    $index, %r11d    41 bb ....    of some linkers
 *     bnd jmp *slot(%rip)     f2 ff 25 ....
 *
 * The first two are not always there, nor is the prefix of the jump.
 */
const void *__defer_stub_target(const void *entry, size_t *size) {
  const uint8_t *at = entry;
  if (at[0] == 0xf3 && at[1] == 0x0f && at[2] == 0x1e && at[3] == 0xfa)
    at += 4;
  if (at[0] == 0x41 && at[1] == 0xbb)
    at += 6;
  if (at[0] == 0xf2)
    at++;
  if (at[0] != 0xff || at[1] != 0x25)
    return NULL;
  int32_t distance;
  memcpy(&distance, at + 2, sizeof distance);
  at += 6;
  *size = (size_t)(at - (const uint8_t *)entry);
  const void *target;
  memcpy(&target, at + distance, sizeof target);
  return target;
}
