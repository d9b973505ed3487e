// E4: the result variable has the type of the result.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

#include <defer.h>

struct first {
  int a;
};
struct second {
  int a;
};

int wider(void) {
  defer_result long n = 0; // expected-error {{result variable 'n' has type 'long', but the function returns 'int'}}
  return 1;
}
int sign(void) {
  defer_result unsigned n = 0; // expected-error {{result variable 'n' has type 'unsigned int', but the function returns 'int'}}
  return 1;
}
char *pointee(void) {
  defer_result const char *s = 0; // expected-error {{result variable 's' has type 'const char *', but the function returns 'char *'}}
  return 0;
}
struct first other(void) {
  defer_result struct second s; // expected-error {{result variable 's' has type 'struct second', but the function returns 'struct first'}}
  return (struct first){0};
}
int array(void) {
  defer_result int a[2]; // expected-error {{result variable 'a' has type 'int[2]', but the function returns 'int'}}
  return 1;
}
void nothing(void) {
  defer_result int n = 0; // expected-error {{result variable 'n' in function 'nothing', which returns nothing}}
}
int constant(void) {
  defer_result const int n = 0; // expected-error {{result variable 'n' must not be const}}
  return 1;
}

typedef int number;
number by_another_name(void) {
  defer_result int n = 0;
  return n;
}
int qualified(void) {
  defer_result volatile int n = 0;
  return n;
}
int deduced(void) {
  defer_result __auto_type n = 0;
  return n;
}
