// Rules: D1, D2
// Two recursive calls, one made, one deferred.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n, const char *s) {
  defer say_int(s, n);
  if (n == 0)
    return;
  defer f(n - 1, "deferred");
  f(n - 1, "called");
}
int main(void) { f(3, "root"); }
