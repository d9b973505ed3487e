// E4, D7: the result attribute in C23's brackets, and where it may stand.
//
// RUN: %clang-defer -fsyntax-only -std=c23 -Wall -Wextra -pedantic -Xclang -verify %s

int before(void) {
  [[defer::result]] int n = 0;
  return n;
}
int after(void) {
  int n [[defer::result]] = 0;
  return n;
}
int of_one(void) {
  int m = 1, n [[defer::result]] = 2;
  return m;
}
int gnu_before(void) {
  __attribute__((defer_result)) int n = 0;
  return n;
}
int gnu_after(void) {
  int n __attribute__((__defer_result__)) = 0;
  return n;
}
int inferred(void) {
  [[defer::result]] auto n = 0;
  return n;
}

int constant(void) {
  [[defer::result]] constexpr int n = 0; // expected-error {{result variable 'n' must not be const}}
  return n;
}
int type(void) {
  int [[defer::result]] n = 0; // expected-error {{result' attribute cannot be applied to types}}
  return n;
}
int statement(void) {
  [[defer::result]] return 1; // expected-error {{result' attribute cannot be applied to a statement}}
}
