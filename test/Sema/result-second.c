// E4: one result variable a function.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

#include <defer.h>

int two_statements(void) {
  defer_result int first;
  defer_result int second; // expected-error {{second result variable 'second', after 'first'}}
  return 1;
}

int one_statement(void) {
  defer_result int first, second; // expected-error {{second result variable 'second', after 'first'}}
  return 1;
}

// Each function has its own.
int a(void) {
  defer_result int result = 0;
  return result;
}
int b(void) {
  defer_result int result = 0;
  return result;
}
