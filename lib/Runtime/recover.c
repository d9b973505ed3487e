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

/*--- One function by two addresses ------------------------------------------*/

/** True if the unwind tables know a function that begins at `address`. */
static bool begins_function(const void *address) {
  uintptr_t start;
  return __defer_extent_of((uintptr_t)address, &start) &&
         start == (uintptr_t)address;
}

/** The function that `address` leads to, if it is an entry of a procedure
 *  linkage table. The call that we are in has come through it, so its slot has
 *  been bound. */
static const void *behind_stub(const void *address) {
  size_t size;
  uintptr_t start;
  const void *target = __defer_stub_target(address, &size);
  /* A function that does nothing but call through a pointer is a helper, and
   * may look alike. It ends with the jump, and the tables know so. */
  if (!target || (__defer_extent_of((uintptr_t)address, &start) == size &&
                  start == (uintptr_t)address))
    return address;
  return target;
}

/** By the dynamic linker's tables: an entry of a linkage table that is the
 *  address of a function for the whole process is an undefined symbol with a
 *  value. */
static bool have_same_symbol(const void *one, const void *other) {
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

/** A function has two addresses if one of them is an entry in a linkage table:
 *  that of a function of a library, in a program that is not position
 *  independent, or that of an ifunc. */
__attribute__((__noinline__, __cold__)) static bool
is_same_function(const void *one, const void *other) {
  const void *behind_one = behind_stub(one), *behind_other = behind_stub(other);
  if (behind_one == behind_other)
    return true;
  /* Only for stubs of a form that we do not know, for it takes the dynamic
   * linker's lock, and a panic is not to wait. */
  if (begins_function(behind_one) && begins_function(behind_other))
    return false;
  return have_same_symbol(one, other);
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
