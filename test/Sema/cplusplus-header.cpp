// Section 2: what defer.h declares in C++: the functions, and no macro.
//
// RUN: %clangxx -fsyntax-only -I%incdir -std=c++98 -Wall -Wextra -pedantic -Xclang -verify %s
// RUN: %clangxx -fplugin=%plugin -fsyntax-only -I%incdir -Wall -Wextra -pedantic -Xclang -verify %s
// expected-no-diagnostics

#include <defer.h>

#if defined(defer) || defined(defer_panic) || defined(defer_result)
#error "a macro"
#endif

int defer;
void t(int n) {
  if (const defer_panic_info *p = defer_recover())
    defer_panic(p->value);
  if (n)
    defer_panicf_at("file", 1, "function", "%d", n);
  defer_panicf("%d", n);
}
