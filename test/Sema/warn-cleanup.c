// W3: deferred code that uses a variable with a `cleanup`, which has run by then.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -fplugin-arg-defer-no-warn-cleanup -Xclang -verify=quiet %s
// RUN: not %clang-defer -fsyntax-only -Werror %s 2>&1 | FileCheck %s
// quiet-no-diagnostics

#include <defer.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <string.h>

struct file {
  int fd, pair[2];
  struct file *next;
  void (*close)(struct file *);
};
void free_string(char **), close_file(struct file *), close_int(int *);
void close_files(struct file **), end_list(va_list *), end_atomic(atomic_int *);
void end_double(double *);
#define CLEANUP(F) __attribute__((cleanup(F)))
int f(int), puts_(const char *), p(const void *), file(struct file), d(double);
int choose(void), b(_Bool);

void call(void) {
  // CHECK: :[[#@LINE+3]]:15: error: deferred call uses 's', whose cleanup runs before it
  // CHECK: :[[#@LINE+1]]:30: note: the cleanup of 's' runs when its scope is left, deferred calls after that; defer the cleanup as well, in place of the attribute
  CLEANUP(free_string) char *s = strdup("s"); // expected-note 8 {{the cleanup of 's' runs when its scope is left, deferred calls after that; defer the cleanup as well, in place of the attribute}}
  defer puts_(s); // expected-warning {{deferred call uses 's', whose cleanup runs before it}}
  defer(puts_((const char *)(s))); // expected-warning {{deferred call uses 's'}}
  defer puts_(s + 1);    // expected-warning {{deferred call uses 's'}}
  defer puts_(&s[1]);    // expected-warning {{deferred call uses 's'}}
  defer free_string(&s); // expected-warning {{deferred call uses 's'}}
  defer puts_(choose() ? "none" : s); // expected-warning {{deferred call uses 's'}}
  defer puts_(s ?: "none");           // expected-warning {{deferred call uses 's'}}
  if (choose()) {
    defer puts_((choose(), s)); // expected-warning {{deferred call uses 's'}}
  }
}

void block(void) {
  CLEANUP(close_int) int fd = 1, other = 2; // expected-note 3 {{the cleanup of 'fd'}} expected-note {{the cleanup of 'other'}}
  defer {
    f(fd); // expected-warning {{deferred block uses 'fd', whose cleanup runs before it}}
    f(fd);
    f(other); // expected-warning {{deferred block uses 'other'}}
  }
  defer {
    int copy = fd; // expected-warning {{deferred block uses 'fd'}}
    f(copy);
  }
  defer {
    defer f(fd); // expected-warning {{deferred block uses 'fd'}}
    defer { f(fd); }
  }
}

void values(int n, ...) {
  {
    CLEANUP(close_int) int fd = n; // expected-note 2 {{the cleanup of 'fd'}}
    defer f(fd); // expected-warning {{deferred call uses 'fd'}}
    for (int i = 0; i < n; i++)
      defer f((short)fd); // expected-warning {{deferred call uses 'fd'}}
  }
  CLEANUP(close_file) struct file v = {0}; // expected-note 7 {{the cleanup of 'v'}}
  defer file(v);              // expected-warning {{deferred call uses 'v'}}
  defer close_file(&v);       // expected-warning {{deferred call uses 'v'}}
  defer f(v.fd);              // expected-warning {{deferred call uses 'v'}}
  defer f(v.pair[1]);         // expected-warning {{deferred call uses 'v'}}
  defer p(v.pair);            // expected-warning {{deferred call uses 'v'}}
  defer p(&v.pair[1]);        // expected-warning {{deferred call uses 'v'}}
  defer file((struct file){.next = &v}); // expected-warning {{deferred call uses 'v'}}
  CLEANUP(close_files) struct file *w = &v; // expected-note 2 {{the cleanup of 'w'}}
  defer p(&w->fd);            // expected-warning {{deferred call uses 'w'}}
  defer w->close(w);          // expected-warning {{deferred call uses 'w'}}
  CLEANUP(end_atomic) atomic_int a = 1; // expected-note {{the cleanup of 'a'}}
  defer atomic_store(&a, 2);  // expected-warning {{deferred call uses 'a'}}
  CLEANUP(end_list) va_list list; // expected-note {{the cleanup of 'list'}}
  va_start(list, n);
  defer va_end(list);         // expected-warning {{deferred call uses 'list'}}
}

void of_a_block(void) {
  defer {
    CLEANUP(close_int) int fd = 1; // expected-note {{the cleanup of 'fd'}}
    f(fd);
    defer f(fd); // expected-warning {{deferred call uses 'fd'}}
  }
}

// === What is meant ===

// Evaluated at the statement, to something that does not go with the variable.
void evaluated(void) {
  CLEANUP(free_string) char *s = strdup("s");
  CLEANUP(close_files) struct file *v = 0;
  CLEANUP(end_double) double x = 1;
  CLEANUP(close_int) int fd = 1;
  defer f((int)strlen(s));
  defer f(s[0]);
  defer f(*s);
  defer f(v->fd);
  defer f(v == 0);
  defer b(s);
  defer b(!s);
  defer p(v->next);
  defer d(x);
  defer d(fd);
  defer f(sizeof s);
  defer f(s ? 1 : 2);
  defer p(strdup(s));
}

// The block's own.
void own(void) {
  defer {
    CLEANUP(close_int) int fd = 1;
    f(fd);
  }
}

void not_executed(void) {
  CLEANUP(close_int) int fd = 1;
  defer { f(sizeof fd); }
  defer { f(_Generic(fd, int: 1, default: fd)); }
  f(fd);
}

// Another variable of that name.
void hidden(void) {
  CLEANUP(close_int) int fd = 1;
  defer {
    int fd = 2;
    f(fd);
  }
  {
    int fd = 3;
    defer f(fd);
  }
}
