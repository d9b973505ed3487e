/*===-- words.h - How often each word occurs --------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * A hash table. All zero is a valid, empty one.
 *
 *===----------------------------------------------------------------------===*/

#ifndef LOGANALYZER_WORDS_H
#define LOGANALYZER_WORDS_H

#include <stddef.h>

struct word {
  struct word *next; /* in the same bucket */
  unsigned long count;
  size_t length;
  char text[]; /* ends with a NUL */
};

struct words {
  struct word **buckets;
  size_t bucket_count; /* a power of two, or 0 */
  size_t size;
};

/** Counts one more occurrence. A panic for want of memory leaves the table as
 * it was. */
void words_add(struct words *words, const char *text, size_t length);

/** Moves all of `from`, which is empty then, to `to`: all or, in a panic for
 * want of memory, nothing. */
void words_move(struct words *to, struct words *from);

/** Stores the most frequent words to `top`, the first first, and of equal ones
 *  those first that are first in the alphabet. Returns how many there are,
 * `most` at most. */
size_t words_top(const struct words *words, const struct word **top,
                 size_t most);

/** Leaves an empty table. */
void words_clear(struct words *words);

#endif /* LOGANALYZER_WORDS_H */
