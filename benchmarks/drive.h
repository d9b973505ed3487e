/*===-- drive.h - Running a kernel that is known by its name --------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#ifndef DRIVE_H
#define DRIVE_H

#ifdef __cplusplus
extern "C" {
#endif

/** `count` is how many calls a loop defers. */
typedef long kernel(long i, long count);

/** The kernel called `name`, such as unlock_goto, or null. */
kernel *find_kernel(const char *name);

/** Runs it `n` times. What this function itself executes does not count as the
 *  kernel's: callgrind tells it apart by its name. */
unsigned long drive(kernel *kernel, long n, long count);

#ifdef __cplusplus
}
#endif

#endif /* DRIVE_H */
