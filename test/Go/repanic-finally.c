// Rules: P5, P4
// Recover, clean up, panic again; the rest of the frame still runs.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("rest");
  defer {
    const defer_panic_info *r = defer_recover();
    printf("cleaning up after %s\n", message(r));
    if (r)
      defer_panicf("%s", r->message);
  }
  defer_panicf("A");
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  f();
}
