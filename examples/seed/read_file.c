/*===-- read_file.c - A file that is closed on every way out ----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * read_file() has four ways out and one fclose(), next to the fopen(). The same
 * holds for the memory, which only the way that succeeds gives to the caller.
 *
 *   read_file FILE...
 *
 *===----------------------------------------------------------------------===*/

#include <defer.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SIZE = 1 << 20 };

/** Reads a whole file into memory that the caller frees. Returns NULL and sets
 *  `*error` when that cannot be done. */
static char *read_file(const char *path, const char **error) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    *error = strerror(errno);
    return NULL;
  }
  defer fclose(file);

  char *content = malloc(MAX_SIZE + 1);
  if (!content) {
    *error = "out of memory";
    return NULL; /* closes the file */
  }
  /* A block: whether the memory is to be freed is known at the end only. */
  defer {
    if (*error)
      free(content);
  }

  size_t size = fread(content, 1, MAX_SIZE, file);
  if (ferror(file)) {
    *error = strerror(errno);
    return NULL; /* frees the memory, then closes the file */
  }
  if (!feof(file) && fgetc(file) != EOF) {
    *error = "too large";
    return NULL; /* the same */
  }
  content[size] = '\0';
  return content; /* closes the file */
}

int main(int argc, char **argv) {
  int status = EXIT_SUCCESS;
  for (int i = 1; i < argc; i++) {
    const char *error = NULL;
    char *content = read_file(argv[i], &error);
    if (!content) {
      printf("%s: %s\n", argv[i], error);
      status = EXIT_FAILURE;
      continue;
    }
    printf("%s: %s\n", argv[i], content);
    free(content);
  }
  return status;
}
