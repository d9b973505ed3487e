// Section 2: a macro `defer` after defer.h: what a statement means must not hang on the
// order of includes.
//
// RUN: not %clang-defer -fsyntax-only %s 2>&1 | FileCheck %s
// CHECK: :[[#@LINE+4]]:9: error: {{.*}}__builtin_defer

#include <defer.h>
#undef defer
#define defer _Defer
