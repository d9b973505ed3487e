// W4: -Wthread-safety sees a deferred unlock at the function's ends.
// RUN: %clang-defer -fsyntax-only -Wthread-safety -Xclang -verify %s
#include <defer.h>

struct __attribute__((capability("mutex"))) mutex {
  int state;
};
void lock(struct mutex *m) __attribute__((acquire_capability(m)));
void unlock(struct mutex *m) __attribute__((release_capability(m)));
int try_lock(struct mutex *m) __attribute__((try_acquire_capability(1, m)));

struct mutex a, b;
int a_balance __attribute__((guarded_by(a)));
int b_balance __attribute__((guarded_by(b)));

int balance(void) {
  lock(&a);
  defer unlock(&a);
  return a_balance;
}

int two(int early) {
  lock(&a);
  defer unlock(&a);
  if (early)
    return a_balance;
  lock(&b);
  defer unlock(&b);
  if (early > 1)
    return b_balance;
  return a_balance + b_balance;
}

int in_a_block(void) {
  lock(&a);
  defer {
    a_balance++;
    unlock(&a);
  }
  return a_balance;
}

int tried(void) {
  if (!try_lock(&a))
    return 0;
  defer unlock(&a);
  return a_balance;
}

int through_a_pointer(struct mutex *m) {
  lock(m);
  defer unlock(m);
  return 0;
}

int not_locked(struct mutex *other) {
  lock(other);
  defer unlock(other);
  return a_balance; // expected-warning {{reading variable 'a_balance' requires holding mutex 'a'}}
}

int twice(void) {
  lock(&a);
  defer unlock(&a); // expected-warning {{releasing mutex 'a' that was not held}}
  int balance = a_balance;
  unlock(&a); // expected-note {{mutex released here}}
  return balance;
}

int forgotten(int early) {
  lock(&a); // expected-note {{mutex acquired here}}
  if (early)
    return 0;
  defer unlock(&a);
  return a_balance;
} // expected-warning {{mutex 'a' is not held on every path through here}}

void use(int);

// What was read when the statement ran is not read again.
void argument(void) {
  lock(&a);
  defer use(a_balance);
  unlock(&a);
}

void block_runs_too_late(void) {
  lock(&a);
  defer { use(a_balance); } // expected-warning {{reading variable 'a_balance' requires holding mutex 'a'}}
  unlock(&a);
}
