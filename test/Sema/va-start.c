// D9: a deferred block is a function of its own, and not one of variable
// arguments. A list that was started before can be used.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -std=c23 -Xclang -verify %s
// RUN: %clang-defer -DVALID -O1 -c -o %t.o %s

#include <defer.h>
#include <stdarg.h>

int f(int);

#ifndef VALID
void t(int n, ...) {
  va_list list;
  defer va_end(list);
  defer va_start(list, n); // expected-error {{deferred code cannot use 'va_start'; start the list before}}
  defer {
    va_list other;
    va_start(other, n); // expected-error {{deferred code cannot use 'va_start'; start the list before}}
    defer va_start(list, n); // expected-error {{deferred code cannot use 'va_start'; start the list before}}
    va_end(other);
  }
}
#endif

void u(int n, ...) {
  va_list list, copy;
  va_start(list, n);
  defer va_end(list);
  va_copy(copy, list);
  defer va_end(copy);
  defer { f(va_arg(copy, int)); }
  defer f(({
    va_list other;
    va_start(other, n);
    int first = va_arg(other, int);
    va_end(other);
    first;
  }));
}
