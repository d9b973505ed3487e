// Rules: E1
// What is deferred must be a call: an error at the place, which names the rule.
//
// RUN: %defer-cc -Xclang -verify -fsyntax-only %s
// RUN: not %defer-cc -fsyntax-only %s 2>&1 | FileCheck %s

#include <defer.h>

int f(int);
int x;

void not_calls(void) {
  // CHECK: not-a-call.c:[[#@LINE+1]]:9: error: defer statement must be a function call
  defer x;        // expected-error {{defer statement must be a function call}}
  // CHECK: not-a-call.c:[[#@LINE+1]]:9: error: defer statement must be a function call
  defer f(x) + 1; // expected-error {{defer statement must be a function call}}
  // CHECK: not-a-call.c:[[#@LINE+1]]:9: error: defer statement must be a function call
  defer x = f(x); // expected-error {{defer statement must be a function call}}
  // CHECK: not-a-call.c:[[#@LINE+1]]:9: error: defer statement must be a function call
  defer 1;        // expected-error {{defer statement must be a function call}}
}

// No error: C's habits, and a block.
// CHECK: 4 errors generated
void calls(void) {
  defer f(x);
  defer(f(x));
  defer (void)f(x);
  defer { x = f(x); }
}
