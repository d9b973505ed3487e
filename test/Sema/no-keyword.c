// Section 2: DEFER_NO_KEYWORD leaves the name `defer` to the program.
//
// RUN: %clang-defer -fsyntax-only -Wall -Xclang -verify %s
// RUN: %clang -DDEFER_TOOLING -I%incdir -fsyntax-only -Wall -Xclang -verify %s
// expected-no-diagnostics

#define DEFER_NO_KEYWORD
#include <defer.h>

#ifdef defer
#error "the name is taken"
#endif

void g(void);

int t(int defer) {
  defer_result int n = defer;
  __builtin_defer g();
  return n;
}
