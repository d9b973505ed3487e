// E2: an OpenMP region is a function of its own, of a kind that cannot defer. One
// in a deferred block is code as any other.
//
// RUN: %clang-defer -fsyntax-only -fopenmp -Xclang -verify %s
// RUN: %clang-defer -fopenmp -DVALID -O1 -c -o %t.o %s

#include <defer.h>

int f(int);

#ifndef VALID
void t(int n) {
  defer f(n);
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    defer f(i); // expected-error {{cannot defer in an OpenMP region; let it call a function}}
#pragma omp parallel
  {
    defer { f(n); } // expected-error {{cannot defer in an OpenMP region; let it call a function}}
#pragma omp critical
    {
      defer f(2); // expected-error {{cannot defer in an OpenMP region; let it call a function}}
    }
  }
}
#endif

void u(int n) {
  defer f(n);
#pragma omp parallel
  f(n);
  defer {
#pragma omp parallel for
    for (int i = 0; i < n; i++)
      f(i);
  }
}
