/* Rules: D10, P11
 * A panic that longjmp() drops leaves nothing lasting; one that is still there is
 * not taken for such a one.
 * UNSUPPORTED: sanitizer
 * RUN: %run-matrix %s -pthread | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

/* What is taken and not given back. */
static atomic_long taken;
void *__libc_malloc(size_t);
void __libc_free(void *);
void *malloc(size_t size) {
  void *p = __libc_malloc(size);
  if (p)
    taken++;
  return p;
}
void free(void *p) {
  if (p)
    taken--;
  __libc_free(p);
}
void *mmap(void *at, size_t size, int protection, int flags, int file, off_t offset) {
  taken++;
  return (void *)syscall(SYS_mmap, at, size, protection, flags, file, offset);
}
int munmap(void *p, size_t size) {
  taken--;
  return (int)syscall(SYS_munmap, p, size);
}
enum { Many = 3000 };
static void grown(long before) {
  word(taken - before < Many / 10 ? "same" : "more");
}

static _Thread_local jmp_buf buffer;
static void jump(void) { longjmp(buffer, 1); }
static void deep(int n) {
  volatile char pad[200];
  pad[n] = 0;
  if (n)
    deep(n - 1);
  else
    defer_panicf("dropped");
  pad[n] = 1;
}
__attribute__((noinline)) static void drops(int n) {
  defer word("wrong");
  defer jump();
  deep(n);
}
__attribute__((noinline)) static void fine(int n) {
  defer {
    if (!defer_recover())
      word("wrong");
  }
  deep(n);
}
static void drop(int n) {
  if (setjmp(buffer) == 0)
    drops(n);
}

/* The next panic that gets there finds it. */
static void in_a_loop(int n) {
  drop(n);
  long before = taken;
  for (volatile int i = 0; i < Many; i++)
    drop(n);
  grown(before);
}
// CHECK: in_a_loop(0): same
// CHECK-NEXT: in_a_loop(5): same
static void and_others(void) {
  drop(0);
  long before = taken;
  for (volatile int i = 0; i < Many; i++) {
    drop(i % 3);
    fine(i % 7);
  }
  grown(before);
}
// CHECK-NEXT: and_others(): same

/* Several are under way, and stay. */
static void under_way(int n) {
  defer { word(defer_recover()->message); }
  defer {
    if (n)
      under_way(n - 1);
    in_a_loop(n);
    and_others();
  }
  defer { drop(n); }
  defer_panicf("%d", n);
}
// CHECK-NEXT: under_way(2): same same 0 same same 1 same same 2

/* Dropped in a deferred call, beside one that goes on. */
static void both(void) {
  defer { word(defer_recover()->message); }
  for (int i = 0; i < 3; i++)
    defer drop(i);
  defer_panicf("goes-on");
}
// CHECK-NEXT: both(): goes-on

/* At the end of a thread. */
static void *thread(void *p) {
  drop(3);
  return p;
}
static void run(void *(*f)(void *)) {
  pthread_t id;
  if (pthread_create(&id, NULL, f, NULL) || pthread_join(id, NULL))
    abort();
}
static void in_threads(void) {
  run(thread);
  long before = taken;
  for (int i = 0; i < Many; i++)
    run(thread);
  grown(before);
}
// CHECK-NEXT: in_threads(): same

/* A panic that waits on another stack is not dropped, though its thread has
 * dropped many, and has ended. */
static ucontext_t outside, inside;
static _Alignas(16) char stack[256 * 1024];
static void waits(void) { swapcontext(&inside, &outside); }
static void waiting(void) {
  defer { word(defer_recover()->message); }
  defer {
    defer { word(defer_recover()->message); }
    defer waits();
    defer_panicf("inner");
  }
  defer waits();
  defer_panicf("waited");
}
static void *begins(void *p) {
  getcontext(&inside);
  inside.uc_stack.ss_sp = stack;
  inside.uc_stack.ss_size = sizeof stack;
  inside.uc_link = &outside;
  makecontext(&inside, waiting, 0);
  swapcontext(&outside, &inside);
  for (int i = 0; i < 3; i++)
    and_others();
  return p;
}
static void *goes_on(void *p) {
  drop(1);
  swapcontext(&outside, &inside);
  drop(1);
  return p;
}
static void here(void) {
  begins(NULL);
  goes_on(NULL);
  goes_on(NULL);
  and_others();
}
// CHECK-NEXT: here(): same same same inner waited same
static void elsewhere(void) {
  run(begins);
  run(goes_on);
  run(goes_on);
}
// CHECK-NEXT: elsewhere(): same same same inner waited

/* One that another thread has ended is freed by the first. */
static pthread_barrier_t barrier;
static void *ends_them(void *p) {
  for (int i = 0; i < Many; i++) {
    pthread_barrier_wait(&barrier);
    swapcontext(&outside, &inside);
    swapcontext(&outside, &inside);
    pthread_barrier_wait(&barrier);
  }
  return p;
}
static void quiet(void) {
  defer { defer_recover(); }
  defer waits();
  defer waits();
  defer_panicf("waited");
}
static void handed_over(void) {
  pthread_t other;
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&other, NULL, ends_them, NULL);
  long before = taken;
  for (int i = 0; i < Many; i++) {
    getcontext(&inside);
    inside.uc_stack.ss_sp = stack;
    inside.uc_stack.ss_size = sizeof stack;
    inside.uc_link = &outside;
    makecontext(&inside, quiet, 0);
    swapcontext(&outside, &inside);
    pthread_barrier_wait(&barrier);
    pthread_barrier_wait(&barrier);
  }
  pthread_join(other, NULL);
  grown(before);
}
// CHECK-NEXT: handed_over(): same

int main(void) {
  TRY(in_a_loop(0));
  TRY(in_a_loop(5));
  TRY(and_others());
  TRY(under_way(2));
  TRY(both());
  TRY(in_threads());
  TRY(here());
  TRY(elsewhere());
  TRY(handed_over());
}
// CHECK-NOT: {{.}}
