// W4, D7: missing returns and dead code in functions that defer.
// RUN: %clang-defer -fsyntax-only -Wall -Wunreachable-code -Wunreachable-code-return -Xclang -verify %s
#include <defer.h>

void use(int);
int condition(void);
__attribute__((noreturn)) void leave(int);

int missing(void) {
  defer use(1);
} // expected-warning {{non-void function does not return a value}}

int missing_on_one_way(int c) {
  defer { use(c); }
  if (c)
    return 1;
} // expected-warning {{non-void function does not return a value in all control paths}}

// D10: a deferred call that never returns says nothing about what follows it.
int after_noreturn(int c) {
  defer leave(c);
  use(c);
  return 1;
}

int missing_after_conditional_noreturn(int c) {
  if (c)
    defer leave(c);
} // expected-warning {{non-void function does not return a value}}

int dead(int c) {
  defer use(c);
  return 1;
  use(2); // expected-warning {{code will never be executed}}
}

int loop_without_end(void) {
  defer use(1);
  for (;;)
    use(2);
}

int main(void) {
  defer use(1);
} // C99: it returns zero

int panics(void) {
  defer use(1);
  defer_panicf("never comes back");
}
