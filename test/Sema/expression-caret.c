// E2: the caret is at the keyword, in a macro at its use with a note.
//
// RUN: not %clang-defer -fsyntax-only %s 2>&1 | %filecheck --strict-whitespace --match-full-lines %s

#include <defer.h>
int f(int);

void t(void) {
  int r = __builtin_defer(f(1));
  //      CHECK:{{.*}}expression-caret.c:[[#@LINE-1]]:11: error: defer is a statement, not an expression
  // CHECK-NEXT:    [[#@LINE-2]] |   int r = __builtin_defer(f(1));
  // CHECK-NEXT:      |           ^
  int s = defer(f(1));
  //      CHECK:{{.*}}expression-caret.c:[[#@LINE-1]]:11: error: defer is a statement, not an expression
  // CHECK-NEXT:   [[#@LINE-2]] |   int s = defer(f(1));
  // CHECK-NEXT:      |           ^
  // CHECK-NEXT:{{.*}}defer.h:{{.*}}: note: expanded from macro 'defer'
}
