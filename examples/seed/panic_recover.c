/*===-- panic_recover.c - A panic through several functions -----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * A configuration is read by functions that call each other. The innermost one
 * meets a malformed line and panics; those between need no code for that, yet
 * close and free what they hold. load() recovers, and returns normally.
 *
 *===----------------------------------------------------------------------===*/

#define _POSIX_C_SOURCE 200809L

#include <ctype.h>
#include <defer.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int parse_number(const char *text) {
  int number = 0;
  for (const char *digit = text; *digit; digit++) {
    if (!isdigit((unsigned char)*digit))
      defer_panicf("not a number: %s", text);
    number = number * 10 + (*digit - '0');
  }
  return number;
}

static void parse_line(const char *line) {
  char *copy = strdup(line);
  defer free(copy);

  char *equals = strchr(copy, '=');
  if (!equals)
    defer_panicf("no = in: %s", line);
  *equals = '\0';
  printf("  %s is %d\n", copy, parse_number(equals + 1));
}

static void parse(const char *const *lines) {
  int line = 0;
  /* Runs in a panic as well, and goes on: a block that does not recover. */
  defer { printf("  lines parsed: %d\n", line); }
  for (; lines[line]; line++)
    parse_line(lines[line]);
}

/** Returns whether all lines could be read. */
static bool load(const char *name, const char *const *lines) {
  defer_result bool loaded = false;
  defer printf("%s: end\n", name);
  defer {
    const defer_panic_info *panic = defer_recover();
    if (panic)
      printf("  %s: %s (raised in %s)\n", name, panic->message,
             panic->function);
  }
  printf("%s: begin\n", name);
  parse(lines);
  return true; /* not reached by a panic: `loaded` is still false then */
}

int main(void) {
  static const char *const good[] = {"width=80", "height=25", NULL};
  static const char *const bad[] = {"width=80", "height=2x5", "depth=1", NULL};
  static const char *const worse[] = {"width", NULL};
  int loaded = load("good", good) + load("bad", bad) + load("worse", worse);
  printf("%d of 3 loaded\n", loaded);
  return 0;
}
