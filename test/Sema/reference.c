// D5: what a deferred block uses counts as used.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -Wunused-but-set-variable -Wunused-variable -Wunused-parameter -Xclang -verify %s

int f(int);

void t(int parameter) {
  int variable = 1;
  static int persistent;
  __builtin_defer {
    f(parameter + variable);
    f(persistent++);
  }
}

void u(void) {
  int unused; // expected-warning {{unused variable 'unused'}}
  __builtin_defer f(1);
}
