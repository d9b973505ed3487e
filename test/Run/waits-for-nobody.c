/* Rules: P10
 * Panics on 8 threads at once, while another thread holds malloc's lock, the
 * dynamic linker's and stdio's: none of them waits. The run-time has no lock of its
 * own (unit/needs.test).
 * Records come from malloc, so what panics meanwhile has none that it pushes.
 * UNSUPPORTED: sanitizer, mode=record
 * RUN: %run-matrix %s -pthread | FileCheck --match-full-lines %s
 */
#define _GNU_SOURCE 1 /* dl_iterate_phdr */
#include "Inputs/note.h"

#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <time.h>

/* A malloc with one lock, and memory that is never used twice. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Alignas(64) char memory[64 << 20];
static size_t used;
void *malloc(size_t size) {
  pthread_mutex_lock(&lock);
  void *result = used + size + 64 < sizeof memory ? memory + used : NULL;
  used += (size + 63) / 64 * 64;
  pthread_mutex_unlock(&lock);
  return result;
}
void free(void *p) {
  pthread_mutex_lock(&lock);
  (void)p;
  pthread_mutex_unlock(&lock);
}
void *calloc(size_t n, size_t size) { return malloc(n * size); }
void *realloc(void *p, size_t size) {
  void *result = malloc(size);
  return p && result ? memcpy(result, p, size) : result;
}

static _Thread_local long sum;
static void adds(long n) { sum += n; }
static void recovers(void) { adds(defer_recover() ? 1 : 1000000); }
static void too_deep(void) { recovers(); }
static void inner(void) {
  defer recovers();
  defer_panicf("inner %ld", sum);
}
static void again(void) {
  const defer_panic_info *p = defer_recover();
  defer_panic(p->value);
}
/* Open-coded calls, a nested panic, one that takes over, and one that a function
 * is too deep to recover. */
__attribute__((noinline)) static void panics(int n) {
  defer recovers();
  defer again();
  defer inner();
  if (n % 7 == 0)
    defer too_deep();
  defer { sum -= n % 7 == 0 ? 1000000 : 0; }
  defer_panicf("outer %d", n);
}
/* Records that were pushed before the lock was taken. */
static sem_t begin;
static void wait_for(sem_t *s) {
  while (sem_wait(s))
    ;
}
static atomic_int finished;
static void records(int n) {
  defer recovers();
  for (int i = 0; i < n; i++)
    defer adds(i);
  wait_for(&begin);
  defer_panicf("records");
}
static void *thread(void *p) {
  records(20000); /* more than one chunk of the largest size */
  for (int i = 0; i < 1000; i++)
    panics(i);
  *(long *)p = sum;
  atomic_fetch_add(&finished, 1);
  return NULL;
}

enum { Threads = 8 };
/* With the dynamic linker's lock. */
static int holds(struct dl_phdr_info *info, size_t size, void *data) {
  (void)info, (void)size;
  pthread_mutex_lock(&lock);
  flockfile(stdout);
  flockfile(stderr);
  for (int i = 0; i < Threads; i++)
    sem_post(&begin);
  struct timespec pause = {0, 5000000};
  int ticks = 0;
  while (atomic_load(&finished) < Threads && ticks++ < 10000)
    nanosleep(&pause, NULL);
  *(int *)data = atomic_load(&finished);
  funlockfile(stderr);
  funlockfile(stdout);
  pthread_mutex_unlock(&lock);
  return 1;
}

int main(void) {
  pthread_t ids[Threads];
  long sums[Threads];
  int count = 0;
  sem_init(&begin, 0, 0);
  for (int i = 0; i < Threads; i++)
    pthread_create(&ids[i], NULL, thread, &sums[i]);
  struct timespec pause = {0, 300000000}; /* until they have their records */
  nanosleep(&pause, NULL);
  dl_iterate_phdr(holds, &count);
  printf("finished %d\n", count);
  // CHECK: finished 8
  for (int i = 0; i < Threads; i++) {
    pthread_join(ids[i], NULL);
    printf("%ld\n", sums[i]);
  }
  // CHECK-COUNT-8: 199992001
  // CHECK-NOT: {{.}}
}
