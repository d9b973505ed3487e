/*===-- analyzer.c - Finds files and reads them in threads ------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *===----------------------------------------------------------------------===*/

#define _POSIX_C_SOURCE 200809L

#include "analyzer.h"

#include "queue.h"
#include "resource.h"

#include <defer.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct work {
  const struct options *options;
  struct totals *totals;
  struct queue queue;
  unsigned long files_found;
};

/* === One file === */

/* As the panics of the parser do, but before there is anything to unwind. */
static void leave_unreadable(const char *path, struct totals *totals) {
  struct defect defect = {.kind = UNREADABLE};
  snprintf(defect.detail, sizeof(defect.detail), "%s", strerror(errno));
  totals_leave_out(totals, path, &defect, NULL);
}

/* Takes `path` over. Whatever is wrong with the file, and wherever that shows:
 * no panic leaves this function, and what was taken for the file has been given
 * back. */
static void analyze_file(char *path, const struct options *options,
                         struct totals *totals) {
  defer release(path);

  struct defect defect = {.kind = NO_RESOURCES};
  defer({
    const defer_panic_info *panic = defer_recover();
    if (panic) {
      if (panic->value != &defect) /* not of the parser */
        snprintf(defect.detail, sizeof(defect.detail), "%s", panic->message);
      totals_leave_out(totals, path, &defect, panic);
    }
  });

  FILE *file = open_file(path);
  if (!file) {
    leave_unreadable(path, totals);
    return;
  }
  defer close_file(file);

  struct counts counts = {0};
  defer words_clear(&counts.vocabulary);

  parse(file, options->longest_line, &counts, &defect);
  totals_add(totals, &counts);
}

static void *run_thread(void *argument) {
  struct work *work = argument;
  char *path;
  while ((path = queue_take(&work->queue)))
    analyze_file(path, work->options, work->totals);
  return NULL;
}

/* === All files === */

static void find_in_directory(const char *path, struct work *work);

static void find(const char *path, const struct stat *status,
                 struct work *work) {
  if (S_ISDIR(status->st_mode)) {
    find_in_directory(path, work);
  } else if (S_ISREG(status->st_mode)) {
    work->files_found++;
    queue_put(&work->queue, path);
  }
}

/* Not in the loop that calls it, for a deferred call waits until its function
 * returns: there, the paths of a whole directory would pile up. */
static void find_entry(const char *directory, const char *name,
                       struct work *work) {
  size_t size = strlen(directory) + 1 + strlen(name) + 1;
  char *path = allocate(size);
  defer release(path);
  snprintf(path, size, "%s/%s", directory, name);

  struct stat status;
  if (lstat(path, &status) == 0)
    find(path, &status, work);
  else
    leave_unreadable(path, work->totals);
}

static void find_in_directory(const char *path, struct work *work) {
  DIR *directory = open_directory(path);
  if (!directory) {
    leave_unreadable(path, work->totals);
    return;
  }
  defer close_directory(directory);

  while (work->files_found < work->options->most_files) {
    errno = 0;
    const struct dirent *entry = readdir(directory);
    if (!entry) {
      if (errno)
        leave_unreadable(path, work->totals);
      return;
    }
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      find_entry(path, entry->d_name, work);
  }
}

void analyze(char *const *paths, const struct options *options,
             struct totals *totals) {
  struct work work = {.options = options, .totals = totals};
  queue_open(&work.queue);
  defer queue_destroy(&work.queue);

  for (unsigned i = 0; i < options->threads; i++) {
    pthread_t thread = start_thread(run_thread, &work);
    /* A block, for both must be done however far this loop gets: a thread that
     * waits for a path cannot be joined. */
    defer({
      queue_close(&work.queue);
      join_thread(thread);
    });
  }

  for (; *paths && work.files_found < options->most_files; paths++) {
    struct stat status;
    if (stat(*paths, &status) == 0)
      find(*paths, &status, &work);
    else
      leave_unreadable(*paths, totals);
  }
}
