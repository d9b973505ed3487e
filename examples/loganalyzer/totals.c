/*===-- totals.c - What was read, what was left out, and why ----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *===----------------------------------------------------------------------===*/

#define _POSIX_C_SOURCE 200809L

#include "totals.h"

#include "resource.h"

#include <defer.h>

enum { TOP_WORDS = 8 };

void totals_open(struct totals *totals, bool verbose) {
  *totals =
      (struct totals){.mutex = PTHREAD_MUTEX_INITIALIZER, .verbose = verbose};
}

void totals_add(struct totals *totals, struct counts *file) {
  lock(&totals->mutex);
  defer unlock(&totals->mutex);

  struct counts *counts = &totals->counts;
  words_move(&counts->vocabulary, &file->vocabulary); /* may panic */
  counts->lines += file->lines;
  counts->words += file->words;
  counts->bytes += file->bytes;
  for (int level = 0; level < LEVELS; level++)
    counts->records[level] += file->records[level];
  totals->files++;
}

void totals_leave_out(struct totals *totals, const char *path,
                      const struct defect *defect,
                      const struct defer_panic_info *panic) {
  lock(&totals->mutex);
  defer unlock(&totals->mutex);

  totals->left_out[defect->kind]++;
  if (panic)
    totals->panics++;
  if (!totals->verbose)
    return;
  fprintf(stderr, "%s:", path);
  if (defect->line)
    fprintf(stderr, "%lu:", defect->line);
  fprintf(stderr, " %s: %s", defect_names[defect->kind], defect->detail);
  if (panic)
    fprintf(stderr, " (panic in %s)", panic->function);
  fputc('\n', stderr);
}

void totals_print(const struct totals *totals, FILE *out) {
  const struct counts *counts = &totals->counts;
  fprintf(out, "read      %9lu files, %lu lines, %lu words, %lu bytes\n",
          totals->files, counts->lines, counts->words, counts->bytes);

  unsigned long records = 0, left_out = 0;
  for (int level = 0; level < LEVELS; level++)
    records += counts->records[level];
  fprintf(out, "records   %9lu\n", records);
  for (int level = 0; level < LEVELS; level++)
    if (counts->records[level])
      fprintf(out, "          %9lu %s\n", counts->records[level],
              level_names[level]);

  for (int kind = 0; kind < DEFECTS; kind++)
    left_out += totals->left_out[kind];
  fprintf(out, "left out  %9lu files, %lu by a panic that was recovered\n",
          left_out, totals->panics);
  for (int kind = 0; kind < DEFECTS; kind++)
    if (totals->left_out[kind])
      fprintf(out, "          %9lu %s\n", totals->left_out[kind],
              defect_names[kind]);

  const struct word *top[TOP_WORDS];
  size_t size = words_top(&counts->vocabulary, top, TOP_WORDS);
  fprintf(out, "words     %9zu different ones of %d bytes and more\n",
          counts->vocabulary.size, SHORTEST_WORD);
  for (size_t i = 0; i < size; i++)
    fprintf(out, "          %9lu %s\n", top[i]->count, top[i]->text);
}

void totals_close(struct totals *totals) {
  words_clear(&totals->counts.vocabulary);
  pthread_mutex_destroy(&totals->mutex);
}
