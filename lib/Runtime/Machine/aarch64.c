/*===-- aarch64.c - What is specific to AArch64 -----------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <string.h>

/* Hint #34 is `bti c`, #36 `bti j`. The frame has its own table of landing
 * pads, as compilers write it. */
__asm__(".text\n"
        ".p2align 2\n"
        ".globl __defer_try\n"
        ".hidden __defer_try\n"
        ".type __defer_try, %function\n"
        "__defer_try:\n"
        ".cfi_startproc\n"
        ".cfi_personality 0x1b, __defer_own_personality\n"
        ".cfi_lsda 0x1b, .L__defer_try_table\n"
        "hint #34\n"
        "stp x29, x30, [sp, #-16]!\n"
        ".cfi_def_cfa_offset 16\n"
        ".cfi_offset 29, -16\n"
        ".cfi_offset 30, -8\n"
        "mov x29, sp\n"
        "mov x9, x0\n"
        "mov x0, x1\n"
        "mov x1, x2\n"
        ".L__defer_try_call:\n"
        "blr x9\n"
        ".L__defer_try_returned:\n"
        "mov x0, xzr\n"
        ".L__defer_try_return:\n"
        "ldp x29, x30, [sp], #16\n"
        ".cfi_remember_state\n"
        ".cfi_restore 29\n"
        ".cfi_restore 30\n"
        ".cfi_def_cfa_offset 0\n"
        "ret\n"
        ".L__defer_try_pad:\n" /* the exception is in x0 */
        ".cfi_restore_state\n"
        "hint #36\n"
        "b .L__defer_try_return\n"
        ".cfi_endproc\n"
        ".size __defer_try, . - __defer_try\n" DEFER_TRY_TABLE(__defer_try));

/* Such a struct is passed by the address of a copy, and this one is nobody
 * else's any more. */
struct _Unwind_Exception *__defer_try_copy(uintptr_t function,
                                           uintptr_t argument, size_t words) {
  (void)words;
  return __defer_try(function, argument, NULL);
}

/*     bti  c                        d503245f   with branch protection
 *     adrp x16, page of the slot    1 immlo 10000 immhi 10000
 *     ldr  x17, [x16, #offset]      1111100101 imm12 10000 10001
 *     add  x16, x16, #offset        910.....
 *     br   x17                      d61f0220
 *
 * Compilers use other registers for a call through a pointer: these two are the
 * linkage tables'.
 */
const void *__defer_stub_target(const void *entry, size_t *size) {
  /* Instructions are aligned, and little-endian even where data is not. */
  const uint8_t *at = entry;
  if ((uintptr_t)at % 4)
    return NULL;
#define INSTRUCTION(I)                                                         \
  (at[4 * (I)] | (uint32_t)at[4 * (I) + 1] << 8 |                              \
   (uint32_t)at[4 * (I) + 2] << 16 | (uint32_t)at[4 * (I) + 3] << 24)
  if (INSTRUCTION(0) == 0xd503245f)
    at += 4;
  uint32_t adrp = INSTRUCTION(0);
  if ((adrp & 0x9f00001f) != 0x90000010)
    return NULL;
  uint32_t ldr = INSTRUCTION(1);
  if ((ldr & 0xffc003ff) != 0xf9400211 ||
      (INSTRUCTION(2) & 0xffc003ff) != 0x91000210 ||
      INSTRUCTION(3) != 0xd61f0220)
    return NULL;
#undef INSTRUCTION
  /* 21 bits, the low two of them apart; shifted up to get the sign. */
  int32_t pages =
      (int32_t)((adrp >> 5 & 0x7ffff) << 13 | (adrp >> 29 & 3) << 11);
  uintptr_t slot = ((uintptr_t)at & ~(uintptr_t)0xfff) +
                   (uintptr_t)((intptr_t)(pages >> 11) * 4096) +
                   (ldr >> 10 & 0xfff) * 8;
  *size = (size_t)(at + 16 - (const uint8_t *)entry);
  const void *target;
  memcpy(&target, (const void *)slot, sizeof target);
  return target;
}
