// E1: the caret is at the operand, and the whole of it is underlined.
//
// RUN: not %clang-defer -fsyntax-only -fdiagnostics-print-source-range-info %s 2>&1 | %filecheck %s

int f(int);
void g(void);
extern int x, *p;

void t(void) {
  // CHECK: :[[#@LINE+1]]:19:{{.*}}: error: defer statement must be a function call
  __builtin_defer x;
  // CHECK: :[[#@LINE+1]]:19:{{.*}}: error: defer statement must be a function call
  __builtin_defer *p;
  // CHECK: :[[#@LINE+1]]:19:{[[#@LINE+1]]:19-[[#@LINE+1]]:27}: error: defer statement must be a function call
  __builtin_defer f(x) + 1;
  // CHECK: :[[#@LINE+1]]:19:{[[#@LINE+1]]:19-[[#@LINE+1]]:27}: error: defer statement must be a function call
  __builtin_defer x = f(1);
  // CHECK: :[[#@LINE+1]]:19:{{.*}}: error: defer statement must be a function call
  __builtin_defer (int)f(1);
}

// The semicolon stands where the operand should.
void u(void) {
  // CHECK: :[[#@LINE+1]]:18: error: defer statement must be a function call
  __builtin_defer;
}
