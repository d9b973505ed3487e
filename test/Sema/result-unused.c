// D7: every return uses the result variable, whether the source speaks of it or not.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -Weverything -Wno-missing-prototypes -Wno-declaration-after-statement -Xclang -verify %s
// expected-no-diagnostics

#include <defer.h>

int t(void) {
  defer_result int n = 0;
  return 1;
}
