// E4: nothing but a variable is a result variable.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

#include <defer.h>

defer_result int function(void); // expected-error {{only a local variable of a function can be its result variable}}
typedef defer_result int type;   // expected-error {{only a local variable of a function can be its result variable}}
struct s {
  defer_result int member; // expected-error {{only a local variable of a function can be its result variable}}
};
enum defer_result e { A }; // expected-error {{only a local variable of a function can be its result variable}}

int label(void) {
l: defer_result; // expected-error {{only a local variable of a function can be its result variable}}
  goto l;
}

int arguments(void) {
  __attribute__((__defer_result__(1))) int n = 0; // expected-error {{'__defer_result__' attribute takes no arguments}}
  return n;
}
