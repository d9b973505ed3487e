// D6: preprocessor directives inside of what is deferred.
//
// RUN: %clang-defer -fsyntax-only -Wall -Xclang -verify %s
// expected-no-diagnostics

int f(int);

void t(int n) {
  __builtin_defer f(
#if 1
      n
#else
      )
#endif
  );
  __builtin_defer {
#define TWICE(x) f(x); f(x);
    TWICE(n)
#undef TWICE
#ifdef __builtin_defer
#error "no macro"
#endif
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wall"
    f(3);
#pragma clang diagnostic pop
#pragma clang loop unroll(disable)
    while (n--)
      f(n);
  }
}
