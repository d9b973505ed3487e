// E2: in every condition.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

int f(int);
void g(void);

void t(int n) {
  if (__builtin_defer(f(1))) // expected-error {{defer is a statement, not an expression}}
    g();
  while (__builtin_defer(f(1))) // expected-error {{defer is a statement, not an expression}}
    g();
  do
    g();
  while (__builtin_defer(f(1))); // expected-error {{defer is a statement, not an expression}}
  switch (__builtin_defer(f(1))) { // expected-error {{defer is a statement, not an expression}}
  default:;
  }
  switch (n) {
  case __builtin_defer(1): // expected-error {{defer is a statement, not an expression}}
    break;
  }
}

void u(int n) {
  for (; __builtin_defer(f(1)); n--) // expected-error {{defer is a statement, not an expression}} expected-error 0-1 {{scalar type}}
    g();
}

void v(void) {
  (int)__builtin_defer(f(1)); // expected-error {{defer is a statement, not an expression}} expected-error 0-1 {{operand of type 'void'}} expected-warning 0-1 {{unused}}
}
