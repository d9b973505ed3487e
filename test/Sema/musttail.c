// E5: no defer beside a `musttail` return: deferred calls run after the call.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

int f(int);
void g(void);

int after(int n) {
  __builtin_defer g();
  __attribute__((musttail)) return f(n); // expected-error {{a function that defers cannot have a 'musttail' return: its deferred calls run after the call}}
}
int before(int n) {
  if (n)
    __attribute__((musttail)) return f(n); // expected-error {{a function that defers cannot have a 'musttail' return: its deferred calls run after the call}}
  __builtin_defer g();
  return 0;
}
int alone(int n) {
  __attribute__((musttail)) return f(n);
}
