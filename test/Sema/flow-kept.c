// W4: flow warnings beside deferred calls: none that is false, and none lost.
//
// RUN: %clang-defer -fsyntax-only %s -Wall -Wextra -Wunreachable-code-aggressive -Xclang -verify
// RUN: %clang-defer -c -O2 %s -o /dev/null -Wall -Wextra -Wunreachable-code-aggressive -Xclang -verify

#include <defer.h>

void note(int n);

int panics(int c) {
  defer note(1);
  if (c)
    return 1;
  defer_panicf("no");
}

int behind(int c) {
  defer note(1);
  return c;
  note(2); // expected-warning {{code will never be executed}}
}

int missing(int c) {
  defer note(1);
  if (c)
    return 1;
} // expected-warning {{non-void function does not return a value in all control paths}}
