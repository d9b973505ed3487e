// E4: the result variable stands in the function's own scope.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

#include <defer.h>

int inner(void) {
  {
    defer_result int n = 0; // expected-error {{result variable 'n' must stand in the function's own scope}}
    return n;
  }
}
int loop(void) {
  for (defer_result int n = 0;;) // expected-error {{result variable 'n' must stand in the function's own scope}}
    return n;
}
int block(void) {
  defer {
    defer_result int n = 0; // expected-error {{result variable 'n' must stand in the function's own scope}}
    (void)n;
  }
  return 0;
}
int expression(void) {
  return ({
    defer_result int n = 0; // expected-error {{result variable 'n' must stand in the function's own scope}}
    n;
  });
}
int cases(int i) {
  switch (i) {
    defer_result int n; // expected-error {{result variable 'n' must stand in the function's own scope}}
  case 1:
    return 1;
  }
  return 0;
}

int anywhere_in_it(int i) {
  if (i)
    return i;
again:;
  defer_result int n = 0;
  if (n)
    goto again;
  return n;
}
