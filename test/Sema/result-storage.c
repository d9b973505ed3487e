// E4: the result variable is a local variable, automatic, and dies with nothing
// but the function.
//
// RUN: %clang-defer -fsyntax-only -Wno-deprecated-non-prototype -Xclang -verify %s

#include <defer.h>

defer_result int global; // expected-error {{global variable 'global' cannot be the result variable}}
static defer_result int file; // expected-error {{global variable 'file' cannot be the result variable}}
extern defer_result int elsewhere; // expected-error {{global variable 'elsewhere' cannot be the result variable}}

int parameter(defer_result int n) { // expected-error {{parameter 'n' cannot be the result variable}}
  return n;
}
int prototype(defer_result int n); // expected-error {{parameter 'n' cannot be the result variable}}

int old(n)
  defer_result int n; // expected-error {{only a local variable of a function can be its result variable}}
{
  return n;
}

int persistent(void) {
  defer_result static int n; // expected-error {{result variable 'n' must not be static}}
  return n;
}
int thread(void) {
  defer_result static _Thread_local int n; // expected-error {{result variable 'n' must not be static}}
  return n;
}
int foreign(void) {
  defer_result extern int n; // expected-error {{result variable 'n' must not be extern}}
  return n;
}

void drop(int *);
int cleaned(void) {
  defer_result __attribute__((cleanup(drop))) int n = 0; // expected-error {{result variable 'n'}}
  return n;
}
