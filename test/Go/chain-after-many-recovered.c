// Rules: P5, P6
// A hundred panics were recovered before the one that is not.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int try(int n) {
  defer_result int r;
  defer { r = defer_recover() != NULL; }
  defer_panicf("%d", n);
}
int main(void) {
  defer say("end");
  for (int i = 0; i < 100; i++)
    try(i);
  defer_panicf("A");
}
