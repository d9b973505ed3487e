// D6: a defer statement in the size of an array: in a declaration it is a
// statement like others, in a type that stands elsewhere it cannot be.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s
// RUN: %clang-defer -DVALID -O1 -c -o %t.o %s

#include <defer.h>

int f(int);

#ifndef VALID
void t(int n, void *p) {
  int(*a)[n] = (int(*)[({ defer f(1); n; })])p; // expected-error {{cannot defer in the size of an array type}}
  f((*a)[0]);
}
#endif

int u(int n) {
  int a[({ defer f(1); n; })];
  typedef int T[({ defer { f(2); } n; })];
  T b;
  a[0] = b[0] = 1;
  return a[0] + (int)sizeof(int[({ defer f(3); n; })]);
}
