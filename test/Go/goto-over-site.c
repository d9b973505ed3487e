// Rules: D3, D6
// A jump past the statement: it was not executed.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int c) {
  if (c)
    goto end;
  defer say("passed by");
end:
  defer say("end");
}
int main(void) {
  f(1);
  f(0);
}
