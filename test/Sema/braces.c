// E2: braces that are no function's body hold no statement.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -Xclang -verify %s

int f(int);

int initializer[] = {
    __builtin_defer(f(1))}; // expected-error {{defer is a statement, not an expression}} expected-error 0-1 {{not a compile-time constant}}

int second[] = {
    1, __builtin_defer(f(1))}; // expected-error {{defer is a statement, not an expression}} expected-error 0-1 {{not a compile-time constant}}

struct member {
  int a;
  __builtin_defer(f(1)); // expected-error {{defer statement}} expected-error 0-1 {{type name requires a specifier}}
};

struct member2 {
  __builtin_defer f(1); // expected-error {{defer statement}} expected-error 0-1 {{type name requires a specifier}}
  int a;
};

void t(void) {
  struct inner {
    int a;
    __builtin_defer(f(1)); // expected-error {{defer statement}} expected-error 0-1 {{type name requires a specifier}}
  };
  int local[] = {
      __builtin_defer(f(1))}; // expected-error {{defer is a statement, not an expression}}
  (void)(struct member){
      __builtin_defer(f(1))}; // expected-error {{defer is a statement, not an expression}}
}
