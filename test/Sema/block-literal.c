// E2: a block of the language extension is a function of its own, of a kind that
// cannot defer.
//
// RUN: %clang-defer -fsyntax-only -fblocks -Xclang -verify %s

#include <defer.h>

int f(int);

void (^global)(void) = ^{
  defer f(1); // expected-error {{cannot defer in a block literal; let it call a function}}
};

void t(int n) {
  defer f(n);
  void (^local)(void) = ^{
    defer f(1); // expected-error {{cannot defer in a block literal; let it call a function}}
    defer {     // expected-error {{cannot defer in a block literal; let it call a function}}
      f(2);
    }
  };
  local();
  int (^result)(int) = ^(int m) {
    defer_result int r = m; // expected-error {{result variable 'r' in a block literal}}
    return r;
  };
  result(2);
  defer {
    void (^inner)(void) = ^{
      if (n)
        defer f(3); // expected-error {{cannot defer in a block literal; let it call a function}}
    };
    inner();
  }
  ^{
    defer f(4); // expected-error {{cannot defer in a block literal; let it call a function}}
  }();
  // No statement there either.
  ^{
    f(__builtin_defer f(5)); // expected-error {{defer is a statement, not an expression}}
  }();
}

static void helper(int n) { defer f(n); }
void beside(int n) {
  defer f(n);
  void (^block)(void) = ^{
    helper(n);
  };
  defer block();
  defer { block(); }
}
