// E5: no defer beside a call that returns twice.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

#include <setjmp.h>
#include <ucontext.h>
#include <unistd.h>

void f(int), g(void);
__attribute__((returns_twice)) int fork_of_ours(void);
jmp_buf buffer;
sigjmp_buf signal_buffer;
ucontext_t context;

void a(void) {
  __builtin_defer g();
  if (setjmp(buffer)) // expected-error {{a function that defers cannot call '_setjmp', which returns twice}}
    g();
}
void b(void) {
  __builtin_defer g();
  if (sigsetjmp(signal_buffer, 1)) // expected-error {{a function that defers cannot call '__sigsetjmp', which returns twice}}
    g();
}
void c(void) {
  __builtin_defer g();
  getcontext(&context); // expected-error {{a function that defers cannot call 'getcontext', which returns twice}}
}
void d(void) {
  __builtin_defer g();
  if (!vfork()) // expected-error {{a function that defers cannot call 'vfork', which returns twice}}
    _exit(1);
}
void e(void) {
  __builtin_defer g();
  fork_of_ours(); // expected-error {{a function that defers cannot call 'fork_of_ours', which returns twice}}
}
void builtin(void **p) {
  __builtin_defer g();
  __builtin_setjmp(p); // expected-error {{a function that defers cannot call '__builtin_setjmp', which returns twice}}
}
void parentheses(void) {
  __builtin_defer g();
  (setjmp)(buffer);   // expected-error {{a function that defers cannot call 'setjmp', which returns twice}}
  (&_setjmp)(buffer); // expected-error {{a function that defers cannot call '_setjmp', which returns twice}}
}
void before(void) {
  if (setjmp(buffer)) { // expected-error {{a function that defers cannot call '_setjmp', which returns twice}}
    __builtin_defer g();
  }
}
void in_a_block(void) {
  __builtin_defer {
    if (setjmp(buffer)) // expected-error {{a function that defers cannot call '_setjmp', which returns twice}}
      g();
  }
}
void deferred(void) {
  __builtin_defer fork_of_ours();   // expected-error {{a function that defers cannot call 'fork_of_ours', which returns twice}}
  __builtin_defer f(setjmp(buffer)); // expected-error {{a function that defers cannot call '_setjmp', which returns twice}}
}

void without_defer(void) {
  if (setjmp(buffer))
    g();
}
