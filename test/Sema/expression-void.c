// E2: where an expression of type void may stand, so that Clang has no objection.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -Wno-unused-value -Xclang -verify %s

int f(int);
void g(void);

void t(int n) {
  (void)__builtin_defer(f(1)); // expected-error {{defer is a statement, not an expression}}
  (__builtin_defer(f(1)));     // expected-error {{defer is a statement, not an expression}}
  g(), __builtin_defer(f(1));  // expected-error {{defer is a statement, not an expression}}
  (__builtin_defer(f(1)), g());     // expected-error {{defer is a statement, not an expression}}
  n ? __builtin_defer(f(1)) : g();  // expected-error {{defer is a statement, not an expression}}
  n ? g() : __builtin_defer(f(1));  // expected-error {{defer is a statement, not an expression}}
  n && (__builtin_defer(f(1)), 1);  // expected-error {{defer is a statement, not an expression}}
  for (__builtin_defer(f(1)); n;)   // expected-error {{defer is a statement, not an expression}}
    ;
  for (; n; __builtin_defer(f(1)))  // expected-error {{defer is a statement, not an expression}}
    ;
  for (;; __builtin_defer f(1))     // expected-error {{defer is a statement, not an expression}}
    ;
  (void)({ g(); }), __builtin_defer(f(1)); // expected-error {{defer is a statement, not an expression}}
  return __builtin_defer(g()); // expected-error {{defer is a statement, not an expression}}
}
