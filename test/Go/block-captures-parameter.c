// Rules: D5
// Parameters are variables of the function, structs too.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct pair {
  int a, b;
};

static void f(int n, struct pair p, int *q) {
  defer { printf("%d %d %d %d\n", n, p.a, p.b, *q); }
  n++;
  p.b = 5;
  *q = 6;
}
int main(void) {
  int q = 0;
  f(1, (struct pair){2, 3}, &q);
  printf("%d\n", q);
}
