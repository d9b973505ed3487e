// W1, W3, W5: warnings are about what is valid: one function that is not leaves
// the others alone, also if -Werror makes the errors.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify=expected,warning %s
// RUN: %clang-defer -fsyntax-only -Werror -Xclang -verify=expected,werror %s

#include <defer.h>

int f(int), more(void);
void close_int(int *);

void first(void) {
  for (int i = 0; i < 3; i++) // expected-note {{'i' is declared in the loop's head}}
    defer { f(i); } // warning-warning {{deferred block uses 'i'}} werror-error {{deferred block uses 'i'}}
}

__attribute__((nothrow)) void mended(void) {
  __attribute__((cleanup(close_int))) int fd = 1;
  for (int i = 0; i < 3; i++) {
    defer { f(i); }
    defer f(fd);
  }
  f(undeclared); // expected-error {{use of undeclared identifier 'undeclared'}}
}

void rejected(void) {
  for (int i = 0; i < 3; i++)
    defer {
      f(i);
      break; // expected-error {{cannot jump out of a deferred block}}
    }
}

__attribute__((nothrow)) void last(void) { // expected-note {{callers of 'last'}}
  __attribute__((cleanup(close_int))) int fd = 1; // expected-note {{the cleanup of 'fd'}}
  defer f(fd); // warning-warning 2 {{, wh}} werror-error 2 {{, wh}}
}
