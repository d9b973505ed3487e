// W5: a defer or a panic in a function that is declared not to unwind, or to have
// no effects.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -Xclang -verify %s
// A header may be one of the system's.
// RUN: %clang-defer -fsyntax-only -isystem %incdir -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -w -Xclang -verify=quiet %s
// RUN: not %clang-defer -fsyntax-only -Werror %s 2>&1 | FileCheck %s
// quiet-no-diagnostics

#include <defer.h>

int f(int);
void g(void);

// CHECK: :[[#@LINE+3]]:3: error: defer in function 'nothrow', which is declared 'nothrow'
// CHECK: :[[#@LINE+1]]:16: note: callers of 'nothrow' are compiled as if no panic could leave it; a panic that does ends the program
__attribute__((nothrow)) void nothrow(int n) { // expected-note 9 {{callers of 'nothrow' are compiled as if no panic could leave it; a panic that does ends the program}}
  defer f(n); // expected-warning {{defer in function 'nothrow', which is declared 'nothrow'}}
  __builtin_defer { // expected-warning {{defer in function 'nothrow', which is declared 'nothrow'}}
    defer f(n); // expected-warning {{defer in function 'nothrow', which is declared 'nothrow'}}
  }
  // CHECK: :[[#@LINE+2]]:5: error: panic in function 'nothrow', which is declared 'nothrow'
  if (n == 1)
    defer_panicf("%d", n); // expected-warning {{panic in function 'nothrow', which is declared 'nothrow'}}
  if (n == 2)
    defer_panic(&n); // expected-warning {{panic in function 'nothrow', which is declared 'nothrow'}}
  if (n == 3)
    (defer_panic)(&n); // expected-warning {{panic in function 'nothrow', which is declared 'nothrow'}}
  if (n == 4)
    defer_panic_at(&n, "", 1, ""); // expected-warning {{panic in function 'nothrow', which is declared 'nothrow'}}
  if (n == 5)
    defer_panicf_at("", 1, "", "%d", n); // expected-warning {{panic in function 'nothrow', which is declared 'nothrow'}}
  defer defer_panicf("once"); // expected-warning {{defer in function 'nothrow', which is declared 'nothrow'}}
  // Not executed.
  (void)sizeof(({
    defer_panicf("not");
    1;
  }));
}

__attribute__((pure)) int pure(int n) { // expected-note 2 {{callers of 'pure' are compiled as if no panic could leave it, and may call it once for several calls, or not at all; a panic that does ends the program}}
  defer g(); // expected-warning {{defer in function 'pure', which is declared 'pure'}}
  if (n)
    defer_panicf("%d", n); // expected-warning {{panic in function 'pure', which is declared 'pure'}}
  return n;
}

// Declared elsewhere, and a panic that is the only thing of ours.
int constant(int) __attribute__((__const__)); // expected-note {{callers of 'constant'}}
int constant(int n) {
  if (n)
    defer_panicf("%d", n); // expected-warning {{panic in function 'constant', which is declared 'const'}}
  return n;
}

#define GUARD(n) defer f(n)
__attribute__((nothrow)) void in_a_macro(int n) { // expected-note {{callers of 'in_a_macro'}}
  GUARD(n); // expected-warning {{defer in function 'in_a_macro', which is declared 'nothrow'}}
}

__attribute__((leaf, cold)) void others(int n) {
  defer f(n);
  if (n)
    defer_panicf("%d", n);
}

// It calls what may panic, and does not say so itself.
__attribute__((nothrow)) void calls(int n) { f(n); }
