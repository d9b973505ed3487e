/* Rules: P10, D3, P2
 * A library that defers is opened by a program that does not: the run-time comes
 * with it. Opened and closed again while deferred calls are pending elsewhere.
 * The plain program has no run-time of a sanitizer.
 * UNSUPPORTED: sanitizer
 * RUN: %defer-cc %matrix-flags -DLIBRARY -fPIC -shared %s -o %t.so
 * RUN: %clang %s -DPROGRAM -I%incdir -DDEFER_TOOLING -o %t.plain -ldl
 * RUN: %run %t.plain %t.so | %filecheck --match-full-lines --check-prefix=PLAIN %s
 * RUN: %defer-cc %matrix-flags %s -o %t -pthread
 * RUN: %run %t %t.so | %filecheck --match-full-lines %s
 */
#ifdef PROGRAM
#include <stdio.h>
#include <stdlib.h>
#else
#include "Inputs/note.h"
#endif

#include <dlfcn.h>

#ifdef LIBRARY

static _Thread_local long last;
static void keeps(long n) { last = n; }
long works(long n);
long works(long n) {
  defer_result long r = 0;
  defer {
    const defer_panic_info *p = defer_recover();
    r = p ? last + strtol(p->message, NULL, 10) : -1;
  }
  for (long i = 0; i < n; i++)
    defer keeps(i + 100);
  defer_panicf("%ld", n);
}
void panics(const char *text);
void panics(const char *text) { defer_panicf("%s", text); }
void calls(void (*f)(void));
void calls(void (*f)(void)) {
  defer word("library's");
  for (int i = 0; i < 2; i++)
    defer note(i);
  f();
}

#else

typedef long works_type(long);
static void *open_library(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    fprintf(stderr, "%s\n", dlerror());
    exit(1);
  }
  return library;
}
static long use(const char *name) {
  void *library = open_library(name);
  works_type *works = (works_type *)dlsym(library, "works");
  long result = works(1000);
  dlclose(library);
  return result;
}

#ifdef PROGRAM
int main(int argc, char **argv) {
  (void)argc;
  for (int i = 0; i < 3; i++)
    printf("%ld ", use(argv[1]));
  printf("\n");
  // PLAIN: 1100 1100 1100
}
#else

#include <pthread.h>
#include <semaphore.h>

static const char *name;

/* Records and open-coded calls are pending here, and a panic is under way. */
static void pending(void) {
  defer { word(defer_recover()->message); }
  defer note((int)use(name));
  for (int i = 0; i < 3; i++) {
    note((int)use(name));
    int mine = i;
    defer {
      note((int)use(name) + mine);
    }
  }
  defer_panicf("P");
}
// CHECK: pending(): 1100 1100 1100 1102 1101 1100 1100 P

/* And in another thread, which goes on after the library was closed. */
static sem_t there, closed;
static void *other(void *p) {
  defer { word(defer_recover()->message); }
  for (int i = 0; i < 3; i++)
    defer note(i);
  sem_post(&there);
  sem_wait(&closed);
  defer_panicf("other");
  return p;
}
static void elsewhere(void) {
  pthread_t id;
  void *library = open_library(name);
  sem_init(&there, 0, 0);
  sem_init(&closed, 0, 0);
  pthread_create(&id, NULL, other, NULL);
  sem_wait(&there);
  note((int)use(name));
  dlclose(library);
  sem_post(&closed);
  pthread_join(id, NULL);
}
// CHECK-NEXT: elsewhere(): 1100 2 1 0 other

/* Through its frames, and out of it. */
static void (*library_panics)(const char *);
static void back(void) { library_panics("from-library"); }
static void through(void) {
  void *library = open_library(name);
  void (*calls)(void (*)(void)) = (void (*)(void (*)(void)))dlsym(library, "calls");
  library_panics = (void (*)(const char *))dlsym(library, "panics");
  defer dlclose(library);
  defer { word(defer_recover()->message); }
  calls(back);
}
// CHECK-NEXT: through(): 1 0 library's from-library

int main(int argc, char **argv) {
  (void)argc;
  name = argv[1];
  TRY(pending());
  TRY(elsewhere());
  TRY(through());
}
// CHECK-NOT: {{.}}
#endif
#endif
