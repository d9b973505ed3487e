// Rules: P1
// Frames that defer nothing, between some that do.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void c(void) { defer_panicf("A"); }
static void b(void) {
  c();
  say("not reached");
}
static void a(void) {
  defer say("a");
  b();
}
static void plain(void) {
  a();
  say("not reached");
}
int main(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  plain();
}
