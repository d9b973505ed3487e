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
        ".cfi_lsda 0x1b, .Ldefer_try_table\n"
        "endbr64\n"
        "subq $8, %rsp\n"
        ".cfi_def_cfa_offset 16\n"
        "movq %rdi, %r11\n"
        "movq %rsi, %rdi\n"
        "movq %rdx, %rsi\n"
        "xorl %eax, %eax\n"
        ".Ldefer_try_call:\n"
        "call *%r11\n"
        ".Ldefer_try_returned:\n"
        "xorl %eax, %eax\n"
        "addq $8, %rsp\n"
        ".cfi_def_cfa_offset 8\n"
        "ret\n"
        ".Ldefer_try_pad:\n" /* the exception is in %rax */
        ".cfi_def_cfa_offset 16\n"
        "endbr64\n"
        "addq $8, %rsp\n"
        ".cfi_def_cfa_offset 8\n"
        "ret\n"
        ".cfi_endproc\n"
        ".size __defer_try, . - __defer_try\n" DEFER_TRY_TABLE);

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
