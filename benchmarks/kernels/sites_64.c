/*===-- sites_64.c - Sixty-four sites in a row ----------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "sites.h"

/* clang-format off */
#define SITES(Site)                                                            \
  EIGHT(Site, 0) EIGHT(Site, 8) EIGHT(Site, 16) EIGHT(Site, 24)                \
  EIGHT(Site, 32) EIGHT(Site, 40) EIGHT(Site, 48) EIGHT(Site, 56)
#define LAST_FIRST(Site)                                                       \
  EIGHT_LAST_FIRST(Site, 56) EIGHT_LAST_FIRST(Site, 48)                        \
  EIGHT_LAST_FIRST(Site, 40) EIGHT_LAST_FIRST(Site, 32)                        \
  EIGHT_LAST_FIRST(Site, 24) EIGHT_LAST_FIRST(Site, 16)                        \
  EIGHT_LAST_FIRST(Site, 8) EIGHT_LAST_FIRST(Site, 0)
/* clang-format on */

KERNEL(sites_64) {
#if GOTO
  SITES(ACQUIRE)
  long result = work(i);
  LAST_FIRST(RELEASE)
  return result;
#elif SETJMP
  long result = 0;
  struct frame frame;
  struct call call[64];
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
