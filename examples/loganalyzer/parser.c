/*===-- parser.c - Reads one text, and panics where it is broken ------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * No function in here returns an error code, and none has to look at one: each
 * may take it for granted that what those beneath it returned is right.
 *
 *===----------------------------------------------------------------------===*/

#define _POSIX_C_SOURCE 200809L

#include "parser.h"

#include "resource.h"

#include <ctype.h>
#include <defer.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

const char *const defect_names[DEFECTS] = {
    [UNREADABLE] = "unreadable",
    [NUL_BYTE] = "NUL byte",
    [INVALID_UTF8] = "invalid UTF-8",
    [LONG_LINE] = "line too long",
    [MALFORMED_RECORD] = "malformed record",
    [NO_RESOURCES] = "out of resources",
};

const char *const level_names[LEVELS] = {
    [TRACE] = "TRACE", [DEBUG] = "DEBUG", [INFO] = "INFO",   [WARN] = "WARN",
    [ERROR] = "ERROR", [FATAL] = "FATAL", [OTHER] = "other",
};

struct parser {
  FILE *file;
  struct counts *counts;
  struct defect *defect;
  unsigned long line_number;
  char *line; /* without its newline, with a NUL at its end */
  size_t length;
  size_t longest;
  size_t at; /* how far `line` has been parsed */
};

/* Panics, in the name of the function it is called in. */
#define broken(p, kind, ...) broken_in(__func__, __LINE__, p, kind, __VA_ARGS__)

static _Noreturn __attribute__((format(printf, 5, 6))) void
broken_in(const char *function, int line, const struct parser *p,
          enum defect_kind kind, const char *format, ...) {
  struct defect *defect = p->defect;
  defect->kind = kind;
  defect->line = p->line_number;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(defect->detail, sizeof(defect->detail), format, arguments);
  va_end(arguments);
  defer_panic_at(defect, __FILE__, line, function);
}

/* === Lines === */

static bool read_line(struct parser *p) {
  p->line_number++;
  p->length = p->at = 0;
  int c;
  while ((c = getc_unlocked(p->file)) != EOF && c != '\n') {
    if (c == '\0')
      broken(p, NUL_BYTE, "at column %zu", p->length + 1);
    if (p->length == p->longest)
      broken(p, LONG_LINE, "more than %zu bytes", p->longest);
    p->line[p->length++] = (char)c;
  }
  if (ferror(p->file))
    broken(p, UNREADABLE, "%s", strerror(errno));
  p->line[p->length] = '\0';
  p->counts->bytes += p->length + (c == '\n');
  bool is_line = c == '\n' || p->length > 0;
  p->counts->lines += is_line;
  return is_line;
}

/* === Words === */

static uint32_t read_continuation(struct parser *p) {
  unsigned char byte = (unsigned char)p->line[p->at];
  if ((byte & 0xC0) != 0x80)
    broken(p, INVALID_UTF8, "sequence cut short at column %zu", p->at + 1);
  p->at++;
  return byte & 0x3F;
}

static uint32_t read_character(struct parser *p) {
  size_t start = p->at;
  uint32_t c = (unsigned char)p->line[p->at++];
  if (c < 0x80)
    return c;
  int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
  if (c < 0xC2 || c > 0xF4)
    broken(p, INVALID_UTF8, "byte 0x%02X at column %zu", c, start + 1);
  c &= 0x3F >> more;
  for (int i = 0; i < more; i++)
    c = c << 6 | read_continuation(p);
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
  if (c < least[more] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
    broken(p, INVALID_UTF8, "U+%04X at column %zu", c, start + 1);
  return c;
}

/* Letters and what lies among them: not U+00D7, not the blocks of punctuation
 * and symbols from U+2000 on. */
static bool is_letter(uint32_t c) {
  if (c < 0x80)
    return isalpha((int)c);
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x3040);
}

static void parse_words(struct parser *p) {
  size_t start = p->at;
  while (p->at < p->length) {
    size_t end = p->at;
    bool letter = is_letter(read_character(p));
    if (letter) {
      p->line[end] = (char)tolower((unsigned char)p->line[end]);
      end = p->at;
    }
    if (letter && p->at < p->length)
      continue;
    if (end > start) {
      p->counts->words++;
      if (end - start >= SHORTEST_WORD)
        words_add(&p->counts->vocabulary, p->line + start, end - start);
    }
    start = p->at;
  }
}

/* === Records === */

static bool has_digits(const struct parser *p, size_t at, int count) {
  for (int i = 0; i < count; i++) /* the NUL at the end is no digit */
    if (!isdigit((unsigned char)p->line[at + (size_t)i]))
      return false;
  return true;
}

/* Whether the line is to be a record, so that it is broken if it turns out not
 * to be one. The short circuits keep this from looking past the line's end. */
static bool begins_like_record(const struct parser *p) {
  const char *line = p->line;
  return has_digits(p, 0, 4) && line[4] == '-' && has_digits(p, 5, 2) &&
         line[7] == '-' && has_digits(p, 8, 2) &&
         (line[10] == 'T' || line[10] == ' ') && has_digits(p, 11, 2) &&
         line[13] == ':';
}

static bool accept(struct parser *p, char c) {
  if (p->line[p->at] != c)
    return false;
  p->at++;
  return true;
}

static void parse_number(struct parser *p, const char *what, int least,
                         int most) {
  if (!has_digits(p, p->at, 2))
    broken(p, MALFORMED_RECORD, "no %s at column %zu", what, p->at + 1);
  int number = (p->line[p->at] - '0') * 10 + p->line[p->at + 1] - '0';
  if (number < least || number > most)
    broken(p, MALFORMED_RECORD, "%s is %02d", what, number);
  p->at += 2;
}

static void parse_zone(struct parser *p) {
  if (accept(p, 'Z') || !(accept(p, '+') || accept(p, '-')))
    return;
  parse_number(p, "zone", 0, 14);
  accept(p, ':');
  parse_number(p, "zone's minute", 0, 59);
}

static void parse_time(struct parser *p) {
  p->at = 5;
  parse_number(p, "month", 1, 12);
  p->at = 8;
  parse_number(p, "day", 1, 31);
  p->at = 11;
  parse_number(p, "hour", 0, 23);
  p->at = 14;
  parse_number(p, "minute", 0, 59);
  if (accept(p, ':')) {
    parse_number(p, "second", 0, 60);
    if (accept(p, '.') || accept(p, ','))
      while (has_digits(p, p->at, 1))
        p->at++;
  }
  parse_zone(p);
  if (p->at < p->length && !isspace((unsigned char)p->line[p->at]))
    broken(p, MALFORMED_RECORD, "no space behind the time");
}

static enum level parse_level(struct parser *p) {
  bool bracket = accept(p, '[');
  size_t length = 0;
  while (isalpha((unsigned char)p->line[p->at + length]))
    length++;
  enum level level = TRACE;
  while (level < OTHER &&
         (strlen(level_names[level]) != length ||
          strncasecmp(p->line + p->at, level_names[level], length) != 0))
    level++;
  if (level == OTHER)
    return level; /* that was the message already */
  p->at += length;
  if (bracket && !accept(p, ']'))
    broken(p, MALFORMED_RECORD, "no ] behind %s", level_names[level]);
  accept(p, ':');
  return level;
}

static void skip_space(struct parser *p) {
  while (isspace((unsigned char)p->line[p->at]))
    p->at++;
}

static void parse_record(struct parser *p) {
  parse_time(p);
  skip_space(p);
  enum level level = parse_level(p);
  skip_space(p);
  if (p->at == p->length)
    broken(p, MALFORMED_RECORD, "no message");
  p->counts->records[level]++;
}

/* === All of it === */

void parse(FILE *file, size_t longest_line, struct counts *counts,
           struct defect *defect) {
  struct parser parser = {.file = file,
                          .counts = counts,
                          .defect = defect,
                          .longest = longest_line};
  parser.line = allocate(longest_line + 1);
  defer release(parser.line);

  while (read_line(&parser)) {
    if (begins_like_record(&parser))
      parse_record(&parser);
    parse_words(&parser);
  }
}
