// Rules: P5, P4
// golang/go#48898: a frame's earlier deferred call was skipped, for nested deferred
// calls had panicked and been recovered while it ran later ones.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct two {
  int n[2];
};

static void inner(void) {
  defer {
    defer { printf("recovered %s\n", message(defer_recover())); }
    defer panics("C");
    defer_panicf("B");
  }
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer_panicf("A");
}
static struct two f(void) {
  defer say("must run");
  inner();
  return (struct two){{1, 2}};
}
int main(void) {
  defer say("must run last");
  printf("%d\n", f().n[1]);
}
