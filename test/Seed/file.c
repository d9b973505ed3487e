// Rules: D3, D8
// The file pattern: opened, closed by a deferred call, on success, on an error and
// in a panic. A descriptor that is free again is given out again.
//
// RUN: echo data > %t.txt
// RUN: %run-matrix %s -Wall -Wextra -Werror -- %t.txt \
// RUN:   | %filecheck --match-full-lines %s

#include <defer.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum failure { NONE,
               RETURN_EARLY,
               PANIC };

static const char *read_file(const char *path, enum failure failure,
                             char content[16]) {
  FILE *file = fopen(path, "r");
  if (!file)
    return "cannot open";
  defer fclose(file);

  if (failure == RETURN_EARLY)
    return "malformed";
  if (failure == PANIC)
    defer_panicf("worse than malformed");
  if (!fgets(content, 16, file))
    return "empty";
  return NULL;
}

static const char *guarded(const char *path, enum failure failure,
                           char content[16]) {
  defer_result const char *error = NULL;
  defer {
    if (defer_recover())
      error = "panic";
  }
  return read_file(path, failure, content);
}

static int free_descriptor(void) {
  int descriptor = open("/dev/null", O_RDONLY);
  close(descriptor);
  return descriptor;
}

int main(int argc, char **argv) {
  if (argc != 2)
    return 2;
  int before = free_descriptor();
  char content[16] = "";
  for (int i = 0; i < 100; i++) {
    const char *error = guarded(argv[1], (enum failure)(i % 3), content);
    if (i < 3)
      puts(error ? error : content);
  }
  // CHECK:      data
  // CHECK-EMPTY:
  // CHECK-NEXT: malformed
  // CHECK-NEXT: panic
  puts(guarded("no/such/file", NONE, content));
  // CHECK-NEXT: cannot open
  puts(free_descriptor() == before ? "all closed" : "left open");
  // CHECK-NEXT: all closed
}
