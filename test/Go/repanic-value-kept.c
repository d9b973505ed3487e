// Rules: P5, P2
// The same pointer is raised again and arrives.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct failure {
  int code;
};

static void f(struct failure *e) {
  defer {
    const defer_panic_info *r = defer_recover();
    defer_panic(r->value);
  }
  defer_panic(e);
}
int main(void) {
  struct failure e = {7};
  defer {
    const defer_panic_info *r = defer_recover();
    printf("%s %d\n", r->value == &e ? "true" : "false", e.code);
  }
  f(&e);
}
