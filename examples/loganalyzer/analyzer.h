/*===-- analyzer.h - Finds files and reads them in threads ------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *===----------------------------------------------------------------------===*/

#ifndef LOGANALYZER_ANALYZER_H
#define LOGANALYZER_ANALYZER_H

#include "totals.h"

struct options {
  unsigned threads;
  unsigned long most_files;
  size_t longest_line;
};

/** Reads the files in `paths`, which ends with NULL: files, and directories
 * with all that is below them; symbolic links are not followed there. A file
 * that cannot be read is counted in `*totals`; a panic that leaves here says
 * that the work as a whole could not be done. */
void analyze(char *const *paths, const struct options *options,
             struct totals *totals);

#endif /* LOGANALYZER_ANALYZER_H */
