// Rules: D7
// RUN: %run-pair %s
#include "Inputs/pair.h"

static const char *f(int n) {
  defer_result const char *s = "";
  defer {
    if (!*s)
      s = "nothing";
  }
  if (n == 0)
    return "";
  return "something";
}
int main(void) { printf("%s %s\n", f(0), f(1)); }
