// E2: no enumerator has the keyword's name.
//
// RUN: not %clang-defer -fsyntax-only %s 2>&1 | FileCheck %s

int f(int);

enum e {
  // CHECK: :[[#@LINE+1]]:3: error: defer
  __builtin_defer(f(1))
};
