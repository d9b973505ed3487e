/*===-- main.c - loganalyzer: statistics of logs and other texts ------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * A show case of defer, panic and recover: several threads, locks, files and
 * memory, and input that may be broken anywhere. Read analyzer.c first, then
 * parser.c.
 *
 * A deferred block is written `defer({ ... });` here, not `defer { ... }`, so
 * that editors and tools without the plugin can read the source, too: they have
 * to be told DEFER_TOOLING.
 *
 *===----------------------------------------------------------------------===*/

#define _POSIX_C_SOURCE 200809L

#include "analyzer.h"
#include "resource.h"

#include <defer.h>
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

static const char usage[] =
    "usage: loganalyzer [OPTION...] PATH...\n"
    "Counts lines, words and log records of the text files in PATHs, and says\n"
    "which were left out as broken, and why.\n"
    "  -j N   read N files at a time (4)\n"
    "  -l N   lines of more than N bytes are too long (16384)\n"
    "  -m N   use at most N KiB of memory\n"
    "  -n N   read at most N files\n"
    "  -v     name each file that is left out\n"
    "Exit status: 0 if all was read or left out, and everything that was "
    "opened,\n"
    "locked or allocated for it was given back; 1 if not; 2 for a wrong "
    "usage.\n";

static _Noreturn void wrong_usage(void) {
  fputs(usage, stderr);
  exit(2);
}

static unsigned long parse_number(const char *text, unsigned long most) {
  char *end;
  errno = 0;
  unsigned long number = strtoul(text, &end, 10);
  if (errno || *end || end == text || *text == '-' || !number || number > most)
    wrong_usage();
  return number;
}

/* Returns whether the work could be done; prints how far it got. */
static bool run(char *const *paths, const struct options *options,
                bool verbose) {
  defer_result bool done = false;
  defer({
    const defer_panic_info *panic = defer_recover();
    if (panic)
      fprintf(stderr, "loganalyzer: %s (%s:%d)\n", panic->message, panic->file,
              panic->line);
  });

  struct totals totals;
  totals_open(&totals, verbose);
  defer totals_close(&totals);
  defer totals_print(&totals, stdout);

  analyze(paths, options, &totals);
  return true;
}

int main(int argc, char **argv) {
  struct options options = {
      .threads = 4, .longest_line = 16384, .most_files = ULONG_MAX};
  bool verbose = false;
  for (int option; (option = getopt(argc, argv, "j:l:m:n:v")) != -1;)
    switch (option) {
    case 'j':
      options.threads = (unsigned)parse_number(optarg, 256);
      break;
    case 'l':
      options.longest_line = parse_number(optarg, 1 << 30);
      break;
    case 'm':
      limit_memory(parse_number(optarg, SIZE_MAX / 1024) * 1024);
      break;
    case 'n':
      options.most_files = parse_number(optarg, ULONG_MAX);
      break;
    case 'v':
      verbose = true;
      break;
    default:
      wrong_usage();
    }
  if (optind == argc)
    wrong_usage();

  bool done = run(argv + optind, &options, verbose);
  puts("balance");
  bool balanced = print_balance(stdout);
  return done && balanced ? EXIT_SUCCESS : EXIT_FAILURE;
}
