// E5: a deferred call that is given a variable-length array of an inner scope.
// What is evaluated at the statement is not gone.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

void f(int);
void h(int *);
void hv(int n, int a[n]);

void inner(int n) {
  {
    int a[n];
    __builtin_defer h(a);     // expected-error {{variable-length array 'a' of an inner scope}}
    __builtin_defer h(&a[1]); // expected-error {{variable-length array 'a' of an inner scope}}
    __builtin_defer hv(n, a); // expected-error {{variable-length array 'a' of an inner scope}}
  }
  for (;;) {
    int b[n];
    __builtin_defer h(b); // expected-error {{variable-length array 'b' of an inner scope}}
  }
}

void valid(int n, int p[n]) {
  int a[n];
  __builtin_defer h(a);
  __builtin_defer h(p);
  {
    int b[n];
    b[0] = 1;
    __builtin_defer f(b[0]);
    __builtin_defer f(*b);
    __builtin_defer f(sizeof b);
  }
}
