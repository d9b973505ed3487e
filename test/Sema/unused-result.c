// D8: what a deferred call returns is discarded without a warning.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -Wunused-result -Wunused-value -Wno-c23-extensions -Xclang -verify %s

#include <defer.h>
#include <stddef.h>

struct __attribute__((warn_unused_result)) token {
  int n;
};
__attribute__((warn_unused_result)) int checked(int);
[[nodiscard]] int nodiscard(void);
__attribute__((pure)) int pure(int);
__attribute__((const)) int constant(int);
struct token make(void);
void *allocate(size_t) __attribute__((malloc, warn_unused_result));

void t(int n) {
  defer checked(n);
  defer(checked(n));
  defer (void)checked(n);
  defer nodiscard();
  defer pure(n);
  defer constant(n);
  defer make();
  defer allocate(3);
  defer __builtin_strlen("abc");
  defer __builtin_abs(n);
  defer _Generic(n, int: checked)(n);
  defer _Generic(n, int: checked(n), default: 1);
  defer __builtin_choose_expr(1, checked(n), 2);
  if (n)
    defer checked(n);
  else
    defer checked(n + 1);
  while (n--)
    defer checked(n);
  // The last expression of a block is its value, to be discarded as well.
  defer ({ checked(n); });
  defer ({ n; });
}

// The code of a block is code as any other.
void u(int n) {
  defer {
    checked(n); // expected-warning {{ignoring return value of function declared with 'warn_unused_result' attribute}}
    n + 1;      // expected-warning {{expression result unused}}
    n++;
  }
  checked(n); // expected-warning {{ignoring return value of function declared with 'warn_unused_result' attribute}}
}
