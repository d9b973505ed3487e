/*===-- sites_8.c - Eight sites in a row ----------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "sites.h"

#define SITES(Site) EIGHT(Site, 0)
#define LAST_FIRST(Site) EIGHT_LAST_FIRST(Site, 0)

KERNEL(sites_8) {
#if GOTO
  SITES(ACQUIRE)
  long result = work(i);
  LAST_FIRST(RELEASE)
  return result;
#elif SETJMP
  long result = 0;
  struct frame frame;
  struct call call[8];
  GUARD(frame) {
    SITES(SITE)
    result = work(i);
  }
  leave(&frame);
  return result;
#else
  SITES(SITE)
  return work(i);
#endif
}
