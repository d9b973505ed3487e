/*===-- recover.c - Who may recover a panic ---------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * The function that was deferred, and nobody below it. The frame that runs its
 * deferred calls for a panic arms a token with the function it is about to
 * call; a function that contains defer_recover() takes the token at its entry,
 * if it bears its own name. So a helper finds no token, inlining and tail calls
 * change nothing, and a function that cannot recover pays nothing. Nothing can
 * run between the two but a signal handler; a panic that begins and ends in
 * there puts the token aside and back.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <dlfcn.h>
#include <link.h>
#include <string.h>

static DEFER_THREAD_LOCAL defer_token armed;

static void clear(defer_token *token) {
  token->function = NULL;
  token->exception = NULL;
}

DEFER_EXPORT void __defer_arm(const void *function,
                              struct _Unwind_Exception *exception) {
  armed.function = function;
  armed.exception = exception;
}

void __defer_disarm(struct _Unwind_Exception *exception) {
  if (armed.exception == exception)
    clear(&armed);
}

void __defer_save_token(defer_token *token) {
  *token = armed;
  clear(&armed);
}

void __defer_restore_token(const defer_token *token) {
  if (token->function)
    armed = *token;
}

/** A function may have two addresses: for a program that is not position
 *  independent it is an entry in the program's own procedure linkage table, for
 *  a library linked with -Bsymbolic-functions its real place. That entry is an
 *  undefined symbol with a value. */
__attribute__((__noinline__, __cold__)) static bool
is_same_function(const void *one, const void *other) {
#ifdef __GLIBC__
  Dl_info one_info, other_info;
  void *one_entry, *other_entry;
  if (!dladdr1(one, &one_info, &one_entry, RTLD_DL_SYMENT) ||
      !dladdr1(other, &other_info, &other_entry, RTLD_DL_SYMENT) ||
      one_info.dli_saddr != one || other_info.dli_saddr != other ||
      !one_info.dli_sname || !other_info.dli_sname)
    return false;
  const ElfW(Sym) *one_symbol = one_entry, *other_symbol = other_entry;
  return (one_symbol->st_shndx == SHN_UNDEF) !=
             (other_symbol->st_shndx == SHN_UNDEF) &&
         strcmp(one_info.dli_sname, other_info.dli_sname) == 0;
#else
  (void)one, (void)other;
  return false;
#endif
}

DEFER_EXPORT struct _Unwind_Exception *__defer_armed(const void *self) {
  const void *function = armed.function;
  if (!function)
    return NULL;
  if (function != self && !is_same_function(function, self))
    return NULL;
  struct _Unwind_Exception *exception = armed.exception;
  clear(&armed);
  return exception;
}

DEFER_EXPORT const defer_panic_info *
__defer_recover(struct _Unwind_Exception *exception) {
  defer_object *panic = exception ? __defer_ours(exception) : NULL;
  if (!panic || panic->state != DEFER_RAISED)
    return NULL;
  panic->state = DEFER_RECOVERED;
  return &panic->info;
}

/** A call by name is replaced when the caller is compiled. One that remains, as
 *  through a pointer, or `defer defer_recover();`, has nobody to recover for.
 *  */
DEFER_EXPORT const defer_panic_info *defer_recover(void) { return NULL; }
