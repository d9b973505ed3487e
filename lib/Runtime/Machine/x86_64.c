/*===-- x86_64.c - What is specific to x86-64 -------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <string.h>

DEFER_EXPORT struct _Unwind_Exception *
__defer_replace(struct _Unwind_Exception *replaced,
                struct _Unwind_Exception *exception) {
  return __defer_replace_at(replaced, exception,
                            (uintptr_t)__builtin_dwarf_cfa());
}

DEFER_EXPORT struct _Unwind_Exception *
__defer_finish(struct _Unwind_Exception *exception) {
  return __defer_finish_at(exception, (uintptr_t)__builtin_dwarf_cfa());
}

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
