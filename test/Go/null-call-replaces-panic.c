// Rules: D8, P5
// A null call in a panic: its panic takes over.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer {
    const defer_panic_info *r = defer_recover();
    printf("%s %s\n", r ? "true" : "false",
           !strcmp(r->message, "A") ? "true" : "false");
  }
  void (*g)(void) = NULL;
  defer g();
  defer_panicf("A");
}
int main(void) { f(); }
