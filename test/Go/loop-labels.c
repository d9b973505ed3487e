// Rules: D6
// `continue` and `break` of an outer loop.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 4; i++) {
    defer say_int("outer", i);
    for (int j = 0; j < 4; j++) {
      if (j == 2)
        goto next;
      if (i == 3)
        goto end;
      defer say_int("inner", i * 10 + j);
    }
  next:;
  }
end:
  say("body");
}
int main(void) { f(); }
