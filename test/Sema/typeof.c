// D6: the operand of `typeof` and `sizeof` is not executed, so what it would
// defer is not deferred.
//
// RUN: %clang-defer -fsyntax-only -Wall -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -std=c23 -DC23 -Wall -Xclang -verify %s
// RUN: %clang-defer -DVALID -S -emit-llvm -o - %s | FileCheck %s

#include <defer.h>

int f(int);

// CHECK-LABEL: define{{.*}} @unexecuted(
// CHECK-NOT: @{{f|defer}}
// CHECK: ret i32
int unexecuted(int n) {
  __typeof__(({ defer f(n); 5L; })) a = 1;
  __typeof__(({ defer { f(n); } 5L; })) *b = &a;
  struct { __typeof__(({ if (n) defer f(n); 5L; })) member; } c = {2};
#ifdef C23
  typeof(({ defer f(n); 5L; })) d = 1;
  typeof_unqual(({ defer f(n); 5L; })) e = 1;
  a = d + e;
#endif
  return (int)(*b + c.member + (__typeof__(({ defer f(n); 'c'; })))n);
}

#ifndef VALID
void expressions(int n) {
  __typeof__(__builtin_defer f(n)) *a; // expected-error {{defer is a statement, not an expression}}
  __typeof__(({ int x = __builtin_defer f(n); x; })) b = 1; // expected-error {{defer is a statement, not an expression}} expected-error 0-1 {{incompatible type 'void'}}
  (void)a, (void)b;
}

// Executed, to know the size.
void variable_size(int n) {
  int array[n];
  __typeof__(*({ defer f(n); &array; })) *a = &array; // expected-error {{cannot defer in the operand of a 'typeof' that is a type of variable size}}
  (void)a;
}
#endif
