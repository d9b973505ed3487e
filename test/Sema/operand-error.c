// E1: what Clang says of the operand is said once, where it stands, and nothing is
// added to it.
//
// RUN: %clang-defer -fsyntax-only -std=c11 -Xclang -verify %s

int f(int); // expected-note 2 {{'f' declared here}}
struct s {
  int member;
};

void call(struct s s) {
  __builtin_defer undeclared;      // expected-error {{use of undeclared identifier 'undeclared'}}
  __builtin_defer f(undeclared);   // expected-error {{use of undeclared identifier 'undeclared'}}
  __builtin_defer f();             // expected-error {{too few arguments to function call}}
  __builtin_defer f(1, 2);         // expected-error {{too many arguments to function call}}
  __builtin_defer s(1);            // expected-error {{called object type 'struct s' is not a function}}
  __builtin_defer s.other(1);      // expected-error {{no member named 'other' in 'struct s'}}
  __builtin_defer return;          // expected-error {{expected expression}}
  __builtin_defer f(1) f(2);       // expected-error {{expected ')'}} expected-note 0-1 {{to match this '('}}
}

void block(void) {
  __builtin_defer {
    undeclared = 1; // expected-error {{use of undeclared identifier 'undeclared'}}
    f(1)            // expected-error {{expected ';' after expression}}
  }
  __builtin_defer ({ f(undeclared); }); // expected-error {{use of undeclared identifier 'undeclared'}}
  if (undeclared)     // expected-error {{use of undeclared identifier 'undeclared'}}
    __builtin_defer f(1);
  for (undeclared;;) { // expected-error {{use of undeclared identifier 'undeclared'}}
    __builtin_defer { f(2); }
  }
}
