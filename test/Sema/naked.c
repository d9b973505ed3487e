// E5: a naked function has no frame to defer in.
//
// REQUIRES: x86_64
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

void g(void);

__attribute__((naked)) void t(void) { // expected-note 0-1 {{attribute is here}} expected-error {{naked function 't' cannot defer}}
  __builtin_defer g(); // expected-error 0-1 {{non-ASM statement in naked function is not supported}}
}

__attribute__((naked)) void u(void) { __asm__("ret"); }
