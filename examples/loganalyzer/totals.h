/*===-- totals.h - What was read, what was left out, and why ----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *===----------------------------------------------------------------------===*/

#ifndef LOGANALYZER_TOTALS_H
#define LOGANALYZER_TOTALS_H

#include "parser.h"

#include <pthread.h>
#include <stdbool.h>

struct defer_panic_info;

/** Of all files. The functions below that change it may be called by many
 *  threads. */
struct totals {
  pthread_mutex_t mutex;
  bool verbose; /* name each file that is left out, on stderr */
  unsigned long files;
  struct counts counts;
  unsigned long left_out[DEFECTS];
  unsigned long panics;
};

void totals_open(struct totals *totals, bool verbose);

/** Adds a file's counts, whose words are moved: all or, in a panic, nothing. */
void totals_add(struct totals *totals, struct counts *file);

/** Counts a file that is left out. `panic` is the one that was recovered, or
 * NULL if there was none. */
void totals_leave_out(struct totals *totals, const char *path,
                      const struct defect *defect,
                      const struct defer_panic_info *panic);

void totals_print(const struct totals *totals, FILE *out);

void totals_close(struct totals *totals);

#endif /* LOGANALYZER_TOTALS_H */
