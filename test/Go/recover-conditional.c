// Rules: P2
// A block that recovers only some panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void inner(const char *s) {
  defer {
    if (!strcmp(s, "mine"))
      printf("inner %s\n", message(defer_recover()));
  }
  defer_panicf("%s", s);
}
static void f(const char *s) {
  defer { printf("outer %s\n", message(defer_recover())); }
  inner(s);
  say("went on");
}
int main(void) {
  f("mine");
  f("other");
}
