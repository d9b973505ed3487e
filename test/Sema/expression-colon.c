// E2: where only the AST can tell: a colon, which may be a label's, precedes.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

int f(int);
void g(void);

void t(int n) {
  n ? g() : __builtin_defer f(1); // expected-error {{defer is a statement, not an expression}}
}
