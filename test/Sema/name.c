// E2: the keyword names nothing.
//
// RUN: not %clang-defer -fsyntax-only %s 2>&1 | FileCheck %s

// CHECK: :[[#@LINE+1]]:5: error: defer is a statement, not an expression
int __builtin_defer;
// CHECK: :[[#@LINE+1]]:7: error: defer is a statement, not an expression
int f(__builtin_defer);
