/* Rules: D1, P2, P6, D10
 * Destructors of thread-local data, and functions for exit(), that defer and panic.
 * RUN: %defer-cc %matrix-flags %s -pthread -o %t
 * RUN: %run %t key | FileCheck --match-full-lines --check-prefix=KEY %s
 * RUN: %run --exit=134 %t key-panics | FileCheck --match-full-lines --check-prefix=PANICS %s
 * RUN: %run %t exit | FileCheck --match-full-lines --check-prefix=EXIT %s
 * RUN: %run --exit=134 %t exit-panics | FileCheck --match-full-lines --check-prefix=UNCAUGHT %s
 */
#include "Inputs/note.h"

#include <pthread.h>

static void recovers(void) {
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
}
static void uses_all(const char *name) {
  defer recovers();
  for (int i = 0; i < 3; i++) {
    int mine = i * 10;
    defer { note(mine); }
  }
  defer_panicf("%s", name);
}

/* Destructors run in an order that nobody knows, some after that of the run-time's
 * own: what it keeps for the thread is there again each time. */
static pthread_key_t keys[8];
static int rounds;
static void destroys(void *p) {
  defer { rounds++; }
  for (int i = 0; i < 2; i++)
    defer { rounds += 10; }
  defer recovers();
  pthread_key_t *key = p;
  if (rounds < 21 * 12) /* another time, to come after all others */
    pthread_setspecific(*key, key);
  defer_panicf("k");
}
static void *thread(void *p) {
  uses_all("thread");
  for (int i = 0; i < 8; i++)
    pthread_setspecific(keys[i], &keys[i]);
  uses_all("again");
  return p;
}
// KEY: 20 10 0 thread 20 10 0 again k k k k k k k k k k k k k k k k k k k k 420

static void panics(void *p) {
  defer printf("deferred\n");
  defer_panicf("%s", (const char *)p);
}
// PANICS: deferred
// PANICS-NEXT: panic: in a destructor
// PANICS-NEXT: raised at {{.*}} in panics
// PANICS-NOT: {{.}}

static void at_exit(void) { uses_all("exit"); }
static void last(void) { printf("\n"); }
// EXIT: 20 10 0 exit 20 10 0 exit

static void panics_at_exit(void) { panics("at exit"); }
// UNCAUGHT: deferred
// UNCAUGHT-NEXT: panic: at exit
// UNCAUGHT-NEXT: raised at {{.*}} in panics
// UNCAUGHT-NOT: {{.}}

static void with_key(void (*destructor)(void *), void *value) {
  pthread_t id;
  for (int i = 0; i < 8; i++)
    pthread_key_create(&keys[i], destructor);
  if (value)
    pthread_setspecific(keys[0], value);
  if (value)
    pthread_exit(NULL); /* of the main thread */
  pthread_create(&id, NULL, thread, NULL);
  pthread_join(id, NULL);
  note(rounds);
  printf("\n");
}

int main(int argc, char **argv) {
  const char *what = argv[argc - 1];
  if (strcmp(what, "key") == 0)
    with_key(destroys, NULL);
  if (strcmp(what, "key-panics") == 0)
    with_key(panics, "in a destructor");
  if (strcmp(what, "exit") == 0) {
    atexit(last);
    atexit(at_exit);
    atexit(at_exit);
    exit(0);
  }
  if (strcmp(what, "exit-panics") == 0) {
    atexit(panics_at_exit);
    exit(0);
  }
}
