// E3: C2y's named loops, too.
//
// REQUIRES: llvm-22
// RUN: %clang-defer -std=gnu2y -fsyntax-only -Xclang -verify %s

void f(int);

void leaves(int n) {
outer:
  for (;;) {
    __builtin_defer {
      for (;;)
        if (n)
          break outer; // expected-error {{cannot jump out of a deferred block}}
    }
    __builtin_defer {
      while (n--)
        continue outer; // expected-error {{cannot jump out of a deferred block}}
    }
    __builtin_defer { break outer; } // expected-error {{cannot jump out of a deferred block}}
    break outer;
  }
}

void leaves_switch(int n) {
which:
  switch (n) {
  case 0:
    __builtin_defer { break which; } // expected-error {{cannot jump out of a deferred block}}
    break which;
  }
}

void of_its_own(int n) {
  __builtin_defer {
  outer:
    for (;;)
      for (;;)
        if (n--)
          continue outer;
        else
          break outer;
  }
}

void nested(int n) {
  __builtin_defer {
  outer:
    while (n--)
      __builtin_defer { continue outer; } // expected-error {{cannot jump out of a deferred block}}
  }
}
