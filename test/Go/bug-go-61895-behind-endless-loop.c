// Rules: D3, D6
// golang/go#61895: deferred blocks behind a loop without an end.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0;; i++) {
    if (i == 3) {
      say("three");
      exit(4);
    }
  }
  defer { say("never"); }
  defer { say("never"); }
}
int main(void) { f(); }
