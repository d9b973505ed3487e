/*===-- words.c - How often each word occurs --------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *===----------------------------------------------------------------------===*/

#include "words.h"

#include "resource.h"

#include <stdint.h>
#include <string.h>

/* FNV-1a. */
static size_t hash(const char *text, size_t length) {
  uint64_t hash = 0xcbf29ce484222325;
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)text[i]) * 0x100000001b3;
  return (size_t)(hash ^ hash >> 32);
}

static struct word **bucket(const struct words *words, const char *text,
                            size_t length) {
  return &words->buckets[hash(text, length) & (words->bucket_count - 1)];
}

static struct word *find(const struct words *words, const char *text,
                         size_t length) {
  struct word *word = *bucket(words, text, length);
  while (word &&
         (word->length != length || memcmp(word->text, text, length) != 0))
    word = word->next;
  return word;
}

static void insert(struct words *words, struct word *word) {
  struct word **first = bucket(words, word->text, word->length);
  word->next = *first;
  *first = word;
  words->size++;
}

/* What can fail comes first, here and below, so that a panic finds each table
 * whole. */
static void reserve(struct words *words, size_t size) {
  size_t count = words->bucket_count ? words->bucket_count : 64;
  while (count < size)
    count *= 2;
  if (count == words->bucket_count)
    return;
  struct words grown = {.bucket_count = count};
  grown.buckets = allocate(count * sizeof(*grown.buckets));
  memset(grown.buckets, 0, count * sizeof(*grown.buckets));
  for (size_t i = 0; i < words->bucket_count; i++)
    for (struct word *word = words->buckets[i], *next; word; word = next) {
      next = word->next;
      insert(&grown, word);
    }
  release(words->buckets);
  *words = grown;
}

void words_add(struct words *words, const char *text, size_t length) {
  reserve(words, words->size + 1);
  struct word *word = find(words, text, length);
  if (!word) {
    word = allocate(sizeof(*word) + length + 1);
    word->count = 0;
    word->length = length;
    memcpy(word->text, text, length);
    word->text[length] = '\0';
    insert(words, word);
  }
  word->count++;
}

void words_move(struct words *to, struct words *from) {
  reserve(to, to->size + from->size);
  for (size_t i = 0; i < from->bucket_count; i++)
    for (struct word *word = from->buckets[i], *next; word; word = next) {
      next = word->next;
      struct word *known = find(to, word->text, word->length);
      if (known) {
        known->count += word->count;
        release(word);
      } else {
        insert(to, word);
      }
    }
  release(from->buckets);
  *from = (struct words){0};
}

static int precedes(const struct word *a, const struct word *b) {
  return a->count != b->count ? a->count > b->count
                              : strcmp(a->text, b->text) < 0;
}

size_t words_top(const struct words *words, const struct word **top,
                 size_t most) {
  size_t size = 0;
  for (size_t i = 0; i < words->bucket_count; i++)
    for (const struct word *word = words->buckets[i]; word; word = word->next) {
      size_t place = size;
      while (place && precedes(word, top[place - 1]))
        place--;
      if (place == most)
        continue;
      if (size < most)
        size++;
      memmove(&top[place + 1], &top[place], (size - place - 1) * sizeof(*top));
      top[place] = word;
    }
  return size;
}

void words_clear(struct words *words) {
  for (size_t i = 0; i < words->bucket_count; i++)
    for (struct word *word = words->buckets[i], *next; word; word = next) {
      next = word->next;
      release(word);
    }
  release(words->buckets);
  *words = (struct words){0};
}
