/*===-- sites.h - Many sites in a row, for sites_8.c and sites_64.c -------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

/* clang-format off */
#define EIGHT(Site, K)                                                         \
  Site(K + 0) Site(K + 1) Site(K + 2) Site(K + 3)                              \
  Site(K + 4) Site(K + 5) Site(K + 6) Site(K + 7)
#define EIGHT_LAST_FIRST(Site, K)                                              \
  Site(K + 7) Site(K + 6) Site(K + 5) Site(K + 4)                              \
  Site(K + 3) Site(K + 2) Site(K + 1) Site(K + 0)
/* clang-format on */

/* A name for each variable. */
#define JOIN_(A, B) A##B
#define JOIN(A, B) JOIN_(A, B)

#if GOTO
#define ACQUIRE(K) acquire(K);
#define RELEASE(K) release(K);
#elif DEFER || CLANG_DEFER
#define SITE(K)                                                                \
  acquire(K);                                                                  \
  defer release(K);
#elif CLEANUP
static inline void release_it(long *id) { release(*id); }
#define SITE(K)                                                                \
  acquire(K);                                                                  \
  long JOIN(id, __COUNTER__) WITH(release_it) = K;
#elif RAII
struct Acquired : Guard {
  long id;
  explicit Acquired(long id) : id(id) { acquire(id); }
  ~Acquired() { release(id); }
};
#define SITE(K) Acquired JOIN(site, __COUNTER__)(K);
#elif SETJMP
static void release_it(void *id) { release((long)id); }
#define SITE(K)                                                                \
  acquire(K);                                                                  \
  defer_call(&frame, &call[K], release_it, (void *)(K));
#endif
