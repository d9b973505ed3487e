// W1: a lock that a loop takes, and whose deferred release waits for the end of
// the function.

// RUN: %clang-defer -fsyntax-only -Wall -Wextra -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -fplugin-arg-defer-no-warn-loop -Xclang -verify=quiet %s
// quiet-no-diagnostics

#include <defer.h>
#include <pthread.h>
#include <threads.h>

int more(void), f(int);
pthread_mutex_t m, other, many[3];
mtx_t c11;
pthread_rwlock_t rw;
pthread_spinlock_t spin;
struct timespec soon;
struct node {
  struct node *next;
  pthread_mutex_t m, *shared;
} *list;

void classic(int n) {
  for (int i = 0; i < n; i++) {
    pthread_mutex_lock(&m); // expected-note {{the lock is taken here; release it at the iteration's end, move the loop's body into a function of its own, or use 'cleanup' or '_Defer', whose scope is the block}}
    defer pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop that takes the lock again: it runs when the function returns, not when the iteration ends}}
  }
}

void loops(int n) {
  while (n--) {
    pthread_mutex_lock(&m); // expected-note {{taken here}}
    if (n)
      defer (pthread_mutex_unlock)(&m); // expected-warning {{deferred unlock in a loop}}
  }
  do {
    pthread_mutex_lock(&(m)); // expected-note {{taken here}}
    defer ({ pthread_mutex_unlock(&m); }); // expected-warning {{deferred unlock in a loop}}
  } while (more());
again:
  pthread_mutex_lock(&m); // expected-note {{taken here}}
  defer {
    f(1);
    pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop}}
  }
  if (more())
    goto again;
}

void calls(void) {
  while (more()) {
    if (pthread_mutex_trylock(&m)) // expected-note {{taken here}}
      continue;
    defer pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop}}
  }
  while (pthread_mutex_trylock(&m) == 0) // expected-note {{taken here}}
    defer pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop}}
  for (; more();)
    if (pthread_mutex_timedlock(&m, &soon) == 0) // expected-note {{taken here}}
      defer pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop}}
  for (; more();) {
    mtx_lock(&c11); // expected-note {{taken here}}
    defer mtx_unlock(&c11); // expected-warning {{deferred unlock in a loop}}
  }
  for (; more();)
    if (mtx_trylock(&c11) == thrd_success) // expected-note {{taken here}}
      defer mtx_unlock(&c11); // expected-warning {{deferred unlock in a loop}}
  for (; more();)
    if (mtx_timedlock(&c11, &soon) == thrd_success) // expected-note {{taken here}}
      defer mtx_unlock(&c11); // expected-warning {{deferred unlock in a loop}}
  for (; more();) {
    pthread_rwlock_rdlock(&rw); // expected-note {{taken here}}
    defer pthread_rwlock_unlock(&rw); // expected-warning {{deferred unlock in a loop}}
  }
  for (; more();) {
    if (pthread_rwlock_trywrlock(&rw)) // expected-note {{taken here}}
      return;
    defer pthread_rwlock_unlock(&rw); // expected-warning {{deferred unlock in a loop}}
  }
  for (; more();) {
    pthread_spin_lock(&spin); // expected-note {{taken here}}
    defer pthread_spin_unlock(&spin); // expected-warning {{deferred unlock in a loop}}
  }
}

void expressions(struct node *p, int i) {
  while (more()) {
    pthread_mutex_lock(&p->m); // expected-note {{taken here}}
    defer pthread_mutex_unlock(&(*p).m); // expected-warning {{deferred unlock in a loop}}
  }
  while (more()) {
    pthread_mutex_lock(many + i);
    defer pthread_mutex_unlock(many + i);
    break;
  }
  while (more()) {
    pthread_mutex_lock(&many[i]); // expected-note {{taken here}}
    defer pthread_mutex_unlock(&many[i]); // expected-warning {{deferred unlock in a loop}}
  }
  while (more()) {
    pthread_mutex_lock(many); // expected-note {{taken here}}
    defer pthread_mutex_unlock(many); // expected-warning {{deferred unlock in a loop}}
  }
  while (more()) {
    pthread_mutex_lock(p->shared); // expected-note {{taken here}}
    defer pthread_mutex_unlock(p->shared); // expected-warning {{deferred unlock in a loop}}
  }
  while (more()) {
    pthread_mutex_t *lock = &m;
    pthread_mutex_lock(lock); // expected-note {{taken here}}
    defer pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop}}
  }
  while (more()) {
    static pthread_mutex_t persistent = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&persistent); // expected-note {{taken here}}
    defer pthread_mutex_unlock(&persistent); // expected-warning {{deferred unlock in a loop}}
  }
}

// The outer loop repeats it, whatever the inner one does.
void outer_loop(void) {
  while (more()) {
    while (more()) {
      pthread_mutex_lock(&m); // expected-note {{taken here}}
      defer pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop}}
      break;
    }
  }
  while (more()) {
    pthread_mutex_lock(&m); // expected-note {{taken here}}
    for (; more();)
      defer pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop}}
  }
}

void released_on_another_way(void) {
  while (more()) {
    pthread_mutex_lock(&m); // expected-note {{taken here}}
    if (more()) {
      pthread_mutex_unlock(&m);
      continue;
    }
    defer pthread_mutex_unlock(&m); // expected-warning {{deferred unlock in a loop}}
  }
}

void in_a_block(void) {
  defer {
    while (more()) {
      pthread_mutex_lock(&m); // expected-note {{taken here}}
      defer pthread_mutex_unlock(&m); // expected-warning {{it runs when the deferred block ends, not when the iteration ends}}
    }
  }
}

// === What is meant ===

void around_the_loop(int n) {
  pthread_mutex_lock(&m);
  defer pthread_mutex_unlock(&m);
  while (n--)
    f(n);
  while (n++) { // not held while it works
    pthread_mutex_unlock(&m);
    f(n);
    pthread_mutex_lock(&m);
  }
}

void before_the_loop(void) {
  for (pthread_mutex_lock(&m); more();) {
    if (more()) {
      defer pthread_mutex_unlock(&m);
      return;
    }
  }
  pthread_mutex_unlock(&m);
}

void once(void) {
  do {
    pthread_mutex_lock(&m);
    defer pthread_mutex_unlock(&m);
  } while (0);
  while (more()) {
    pthread_mutex_lock(&other);
    defer pthread_mutex_unlock(&other);
    break;
  }
  while (more()) {
    pthread_rwlock_rdlock(&rw);
    if (more()) {
      defer pthread_rwlock_unlock(&rw);
      return;
    }
    pthread_rwlock_unlock(&rw);
  }
}

// All of several locks, which are released together.
void another_each_time(struct node *p, pthread_mutex_t **locks) {
  for (int i = 0; i < 3; i++) {
    pthread_mutex_lock(&many[i]);
    defer pthread_mutex_unlock(&many[i]);
  }
  for (int i = 0; i < 3; i++) {
    pthread_mutex_t *lock = &many[i];
    pthread_mutex_lock(lock);
    defer pthread_mutex_unlock(lock);
  }
  for (int i = 0; i < 3; i++) {
    pthread_mutex_lock(many + i);
    defer pthread_mutex_unlock(many + i);
  }
  for (struct node *n = list; n; n = n->next) {
    pthread_mutex_lock(&n->m);
    defer pthread_mutex_unlock(&n->m);
  }
  for (; p; p = p->next) {
    pthread_mutex_lock(p->shared);
    defer pthread_mutex_unlock(p->shared);
  }
  for (; list->next; list->next = list->next->next) {
    pthread_mutex_lock(&list->next->m);
    defer pthread_mutex_unlock(&list->next->m);
  }
  for (; *locks; locks++) {
    pthread_mutex_lock(*locks);
    defer pthread_mutex_unlock(*locks);
  }
  while (more()) {
    pthread_mutex_t own = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&own);
    defer pthread_mutex_unlock(&own);
  }
  while (more())
    while (more()) {
      struct node *n = list + more();
      pthread_mutex_lock(&n->m);
      defer pthread_mutex_unlock(&n->m);
    }
}

void of_two_locks(void) {
  while (more()) {
    pthread_mutex_lock(&m);
    pthread_mutex_unlock(&m);
    defer pthread_mutex_unlock(&other);
  }
}

// The block's own pair, and its own loop.
void whole_blocks(void) {
  while (more()) {
    pthread_mutex_lock(&m);
    f(1);
    pthread_mutex_unlock(&m);
    defer {
      pthread_mutex_lock(&m);
      f(2);
      pthread_mutex_unlock(&m);
    }
    defer {
      pthread_mutex_lock(&m);
      defer pthread_mutex_unlock(&m);
      f(3);
    }
  }
}

static void body(void) {
  pthread_mutex_lock(&m);
  defer pthread_mutex_unlock(&m);
  f(1);
}
void in_a_function(void) {
  while (more())
    body();
}

static void pthread_mutex_lockish(int *p) { f(*p); }
void other_names(int n) {
  while (more()) {
    pthread_mutex_lockish(&n);
    defer f(n);
  }
}
