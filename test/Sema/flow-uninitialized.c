// W4: a deferred call or block is looked at where it runs, not at its statement.
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -Wconditional-uninitialized -Xclang -verify %s
#include <defer.h>

void use(int);
int make(int *);
int condition(void);

int set_later(void) {
  int value;
  defer { use(value); }
  value = 1;
  return value;
}

int set_after_a_return(void) {
  int value; // expected-note {{initialize the variable 'value' to silence this warning}}
  defer { use(value); } // expected-warning {{variable 'value' is uninitialized when used here}}
  if (condition())
    return 0;
  value = 1;
  return value;
}

void never_set(void) {
  int value; // expected-note {{initialize the variable 'value' to silence this warning}}
  defer { use(value); } // expected-warning {{variable 'value' is uninitialized when used here}}
}

void argument(void) {
  int value; // expected-note {{initialize the variable 'value' to silence this warning}}
  defer use(value); // expected-warning {{variable 'value' is uninitialized when used here}}
  value = 1;
  use(value);
}

void argument_set_before(void) {
  int value;
  make(&value);
  if (condition()) {
    int inner = make(&value);
    defer use(inner);
    defer { use(inner); }
  }
  for (int i = 0; i < 3; i++) {
    int inner = i;
    defer { use(inner); }
  }
}

int result_starts_as_zero(void) {
  defer_result int sum;
  defer { sum++; }
  return condition();
}

// What follows a deferred call that never returns is reached.
__attribute__((noreturn)) void leave(int);
int after_noreturn(void) {
  int value; // expected-note {{initialize the variable 'value' to silence this warning}}
  defer leave(1);
  return value; // expected-warning {{variable 'value' is uninitialized when used here}}
}

// One of a block's own.
void nested(void) {
  defer {
    int inner;
    defer { use(inner); }
    inner = 1;
  }
}

// Warnings that ask whether code is reached.
int reached(int n) {
  defer use(n);
  if (sizeof(long) == 1)
    return 1 << 100;
  return 1 << 99; // expected-warning {{shift count >= width of type}}
}
