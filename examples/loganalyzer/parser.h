/*===-- parser.h - Reads one text, and panics where it is broken ------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * A text is lines of UTF-8. A line that begins with a date and a time,
 *
 *   2024-05-01T12:34:56.789Z ERROR disk full
 *   2024-05-01 12:34 [warn] disk nearly full
 *   2024-05-01 12:34:56 status installed libc6
 *
 * is a record of a log; its level may be missing, its message may not.
 *
 * Broken is a text with a NUL byte (so it is none), with bytes that are not
 * UTF-8, with a line that is too long, or with a record whose parts are wrong.
 * It is left out as a whole: counts of half a file would be wrong.
 *
 *===----------------------------------------------------------------------===*/

#ifndef LOGANALYZER_PARSER_H
#define LOGANALYZER_PARSER_H

#include "words.h"

#include <stdio.h>

/** Why a file was left out. */
enum defect_kind {
  UNREADABLE,
  NUL_BYTE,
  INVALID_UTF8,
  LONG_LINE,
  MALFORMED_RECORD,
  NO_RESOURCES, /* not the file's fault */
  DEFECTS
};

extern const char *const defect_names[DEFECTS];

/** What is wrong with a text: the value of the parser's panics. */
struct defect {
  enum defect_kind kind;
  unsigned long line; /* 0 if it is none in particular */
  char detail[96];
};

enum level { TRACE, DEBUG, INFO, WARN, ERROR, FATAL, OTHER, LEVELS };

extern const char *const level_names[LEVELS];

/** Shorter words, in bytes, are counted but not told apart. */
enum { SHORTEST_WORD = 4 };

struct counts {
  unsigned long lines, words, bytes;
  unsigned long records[LEVELS];
  struct words vocabulary; /* of words of SHORTEST_WORD and more */
};

/** Reads `file` to its end and adds to `*counts`. If the text is broken, it
 * says so in `*defect` and panics with `defect`. */
void parse(FILE *file, size_t longest_line, struct counts *counts,
           struct defect *defect);

#endif /* LOGANALYZER_PARSER_H */
