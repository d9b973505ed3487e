// E2: a block of the language extension is a function of its own, of a kind that
// cannot defer.
//
// RUN: %clang-defer -fsyntax-only -fblocks -Xclang -verify %s

#include <defer.h>

int f(int);
void h(int *);

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
    defer_result int r = m; // expected-error {{result variable 'r' stands in a block literal}}
    return r;
  };
  result(2);
  defer {
    void (^inner)(void) = ^{
      if (f(0))
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

// Where Clang looks for the variable is not where it is.
void captures(int n) {
  __block int shared = 1;
  defer {
    ^{ // expected-error {{a block literal in a deferred block cannot capture 'shared' from outside of it; let it capture a copy}}
      f(shared);
    }();
    int own = n;
    ^{
      f(own);
    }();
  }
  for (int i = 0; i < n; i++) {
    int each = i, address = i, read = i;
    defer { f(each); }
    defer h(&address);
    defer f(read);
    ^{ // expected-error {{a block literal cannot capture 'each', which deferred code uses, in a function with loops; let it capture a copy}} expected-error {{a block literal cannot capture 'address'}}
      f(each + address + read);
    }();
  }
}

static void helper(int n) { defer f(n); }
void beside(int n) {
  defer f(n);
  int local = n;
  void (^block)(void) = ^{
    helper(n + local);
  };
  defer { f(n + local); }
  defer block();
  defer { block(); }
}
