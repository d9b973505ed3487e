// E2: a defer statement outside of a function is told once, and what follows it
// parses.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -Xclang -verify %s

int f(int);

__builtin_defer(f(1));     // expected-error {{defer statement outside of a function}}
__builtin_defer f(1);      // expected-error {{defer statement outside of a function}}
__builtin_defer {          // expected-error {{defer statement outside of a function}}
  f(1);
  f(2);
}
__builtin_defer int x;     // expected-error {{defer statement outside of a function}}
__builtin_defer;           // expected-error {{defer statement outside of a function}}
int a; __builtin_defer int b; int c; // expected-error {{defer statement outside of a function}}

int t(void) { return a + c; }
__builtin_defer f(1);      // expected-error {{defer statement outside of a function}}
