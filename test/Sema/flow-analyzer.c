// W4: the analyzer sees deferred calls where they run.
// RUN: %clang-defer --analyze --analyzer-no-default-checks -Xclang -analyzer-checker=core,unix,deadcode -Xclang -verify %s
#include <defer.h>
#include <stdio.h>
#include <stdlib.h>

int condition(void);
void use(int);

int freed(void) {
  char *p = malloc(10);
  if (!p)
    return 1;
  defer free(p);
  if (condition())
    return 2;
  p[0] = 1;
  return p[0];
}

int freed_in_a_block(void) {
  char *p = NULL;
  defer { free(p); }
  if (condition())
    return 1;
  p = malloc(10);
  return p != NULL;
}

int closed(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f)
    return 1;
  defer fclose(f);
  return fgetc(f);
}

int freed_conditionally(int c) {
  char *p = NULL;
  if (c) {
    p = malloc(10);
    defer free(p);
  }
  return p != NULL;
}

void freed_in_a_loop(int n) {
  for (int i = 0; i < n; i++) {
    char *p = malloc(10);
    defer free(p);
  }
}

int not_freed(void) {
  char *p = malloc(10);
  defer use(1);
  return p != NULL; // expected-warning {{Potential leak of memory pointed to by 'p'}}
}

int freed_twice(void) {
  char *p = malloc(10);
  defer free(p); // expected-warning {{Attempt to}}
  free(p);
  return 0;
}

int used_after(void) {
  char *p = malloc(10);
  if (!p)
    return 0;
  defer { use(p[0]); } // expected-warning {{Use of memory after it is}}
  p[0] = 1;
  free(p);
  return 0;
}

int null(int *p) {
  defer { use(*p); } // expected-warning {{Dereference of null pointer (loaded from variable 'p')}}
  if (p)
    return 1;
  return 2;
}

int stored_for_the_block(int n) {
  defer { use(n); }
  n = 5;
  return 0;
}

int result(int n) {
  defer_result int sum = 0;
  defer { sum += n; }
  return condition();
}
