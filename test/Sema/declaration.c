// E1: `__builtin_defer` is no `__extension__`: no declaration may follow.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -std=gnu2x -Xclang -verify %s

typedef int number;
int f(int);

void t(void) {
  __builtin_defer int i;            // expected-error {{defer statement must be a function call}}
  __builtin_defer int j = f(1);     // expected-error {{defer statement must be a function call}}
  __builtin_defer unsigned *k;      // expected-error {{defer statement must be a function call}}
  __builtin_defer static int l;     // expected-error {{defer statement must be a function call}}
  __builtin_defer const number m = 1; // expected-error {{defer statement must be a function call}}
  __builtin_defer number n;         // expected-error {{defer statement must be a function call}}
  __builtin_defer number o, p;      // expected-error {{defer statement must be a function call}}
  __builtin_defer struct q;         // expected-error {{defer statement must be a function call}}
  __builtin_defer enum { R } r;     // expected-error {{defer statement must be a function call}}
  __builtin_defer typedef int s;    // expected-error {{defer statement must be a function call}}
  __builtin_defer _Static_assert(1, ""); // expected-error {{defer statement must be a function call}}
  __builtin_defer extern int v1(void);   // expected-error {{defer statement must be a function call}}
}

// Only these, one at a time, for a parser that is lost says more.
void u(void) {
  __builtin_defer __attribute__((unused)) int w; // expected-error {{defer statement must be a function call}}
}
void v(void) {
  __builtin_defer [[maybe_unused]] int x; // expected-error {{defer statement must be a function call}}
}
void w(void) {
  __builtin_defer number *y; // expected-error {{defer statement must be a function call}}
}

struct members {
  int a;
  __builtin_defer int b; // expected-error {{defer statement}} expected-error 0-1 {{type name requires a specifier}}
};
