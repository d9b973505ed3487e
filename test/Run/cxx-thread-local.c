/* Rules: P7, P8, D1, D6, P2
 * Destructors of C++'s thread-local objects, which defer, push records, panic and
 * recover, however the thread ends.
 * RUN: %clangxx -O1 -I%incdir -c %S/Inputs/cxx_thread_local.cpp -o %t.cxx.o
 * RUN: %defer-cc %matrix-flags %s %t.cxx.o -lstdc++ -pthread -o %t
 * RUN: %run %t returns | %filecheck --match-full-lines --check-prefix=RETURNS %s
 * RUN: %run %t exits | %filecheck --match-full-lines --check-prefix=EXITS %s
 * RUN: %run %t cancelled | %filecheck --match-full-lines --check-prefix=CANCELLED %s
 * RUN: %run %t main | %filecheck --match-full-lines --check-prefix=MAIN %s
 * RUN: %run --exit=134 %t uncaught | %filecheck --check-prefix=UNCAUGHT %s
 */
#include "Inputs/note.h"

#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

void destroys(int id);
int uses_objects(void);

static int uncaught;
static void recovers(void) {
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
}
static void work(int n) {
  defer recovers();
  for (int i = 0; i < 2; i++) {
    int mine = n * 10 + i;
    defer { note(mine); }
  }
  defer_panicf("P%d", n);
}
void destroys(int id) {
  defer printf("~%d\n", id);
  if (uncaught)
    defer_panicf("uncaught %d", id);
  work(id);
  defer { work(id + 5); }
}

static void *returns(void *p) {
  defer note(uses_objects());
  work(7);
  return p;
}
static void *exits(void *p) {
  defer recovers();
  defer { work(8); }
  note(uses_objects());
  pthread_exit(p);
}
static sem_t ready;
static void *cancelled(void *p) {
  defer { work(9); }
  note(uses_objects());
  for (int i = 0; i < 2; i++)
    defer note(i);
  sem_post(&ready);
  for (;;)
    pause();
  return p;
}
// RETURNS: 71 70 P7 6 21 20 P2 71 70 P7 ~2
// RETURNS-NEXT: 11 10 P1 61 60 P6 ~1
// RETURNS-NEXT: joined
// EXITS: 6 81 80 P8 - 21 20 P2 71 70 P7 ~2
// EXITS-NEXT: 11 10 P1 61 60 P6 ~1
// EXITS-NEXT: joined
// CANCELLED: 6 1 0 91 90 P9 21 20 P2 71 70 P7 ~2
// CANCELLED-NEXT: 11 10 P1 61 60 P6 ~1
// CANCELLED-NEXT: joined
// MAIN: 6 joined
// MAIN-NEXT: 21 20 P2 71 70 P7 ~2
// MAIN-NEXT: 11 10 P1 61 60 P6 ~1

/* A destructor is noexcept: the program ends in C++'s words. */
// UNCAUGHT: 71 70 P7 6 ~2
// UNCAUGHT-NEXT: terminate called

int main(int argc, char **argv) {
  const char *how = argv[argc - 1];
  pthread_t id;
  uncaught = strcmp(how, "uncaught") == 0;
  if (strcmp(how, "main") == 0) {
    note(uses_objects());
  } else {
    void *(*body)(void *) = strcmp(how, "exits") == 0       ? exits
                            : strcmp(how, "cancelled") == 0 ? cancelled
                                                            : returns;
    sem_init(&ready, 0, 0);
    pthread_create(&id, NULL, body, NULL);
    if (body == cancelled)
      sem_wait(&ready), pthread_cancel(id);
    pthread_join(id, NULL);
  }
  printf("joined\n");
}
