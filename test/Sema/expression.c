// E2: a defer statement is no part of an expression, wherever one may stand.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -Wno-unused-value -Wno-gnu-alignof-expression -Xclang -verify %s

struct pair {
  int first, second;
};
int f(int), h(int, int);
void g(void);
extern int n, r, *p;

int global = __builtin_defer(f(1)); // expected-error {{defer is a statement, not an expression}} expected-error 0-1 {{not a compile-time constant}}
int size = sizeof(__builtin_defer(f(1))); // expected-error {{defer is a statement, not an expression}}
_Static_assert(__builtin_defer(1), "");   // expected-error {{defer is a statement, not an expression}}

int t(void) {
  int i = __builtin_defer(f(1)); // expected-error {{defer is a statement, not an expression}}
  r = __builtin_defer(f(1));     // expected-error {{defer is a statement, not an expression}}
  r += __builtin_defer(f(1));    // expected-error {{defer is a statement, not an expression}}
  r = 1 + __builtin_defer(f(1)); // expected-error {{defer is a statement, not an expression}}
  f(__builtin_defer(f(1)));      // expected-error {{defer is a statement, not an expression}}
  h(1, __builtin_defer(f(1)));   // expected-error {{defer is a statement, not an expression}}
  p[__builtin_defer(f(1))] = 0;  // expected-error {{defer is a statement, not an expression}}
  !__builtin_defer(f(1));        // expected-error {{defer is a statement, not an expression}}
  sizeof __builtin_defer(f(1));  // expected-error {{defer is a statement, not an expression}}
  sizeof(__builtin_defer(f(1))); // expected-error {{defer is a statement, not an expression}}
  _Alignof(__builtin_defer(f(1)));      // expected-error {{defer is a statement, not an expression}}
  __typeof__(__builtin_defer(f(1))) *q; // expected-error {{defer is a statement, not an expression}}
  int a[__builtin_defer(f(1))];         // expected-error {{defer is a statement, not an expression}}
  struct pair s = {__builtin_defer(f(1))};          // expected-error {{defer is a statement, not an expression}}
  struct pair u = {.second = __builtin_defer(f(1))}; // expected-error {{defer is a statement, not an expression}}
  (struct pair){__builtin_defer(f(1))}; // expected-error {{defer is a statement, not an expression}}
  enum { E = __builtin_defer(1) };      // expected-error {{defer is a statement, not an expression}}
  _Generic(__builtin_defer(f(1)), default: 1);          // expected-error {{defer is a statement, not an expression}}
  _Generic(1, default: __builtin_defer(f(1)));          // expected-error {{defer is a statement, not an expression}}
  __builtin_choose_expr(1, __builtin_defer(f(1)), 0);   // expected-error {{defer is a statement, not an expression}}
  __asm__ volatile("" ::"r"(__builtin_defer(f(1))));    // expected-error {{defer is a statement, not an expression}}
  __extension__ __builtin_defer(f(1));                  // expected-error {{defer is a statement, not an expression}}
  return __builtin_defer(f(1)); // expected-error {{defer is a statement, not an expression}}
}
