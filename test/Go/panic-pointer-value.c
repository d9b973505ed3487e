// Rules: P2
// The value of a panic is the pointer that was given.
// RUN: %run-pair %s
#include "Inputs/pair.h"
#include <stdbool.h>

struct failure {
  int code;
};

static struct failure e1 = {1}, e2 = {2};

static const char *text(bool b) { return b ? "true" : "false"; }
static void f(struct failure *e) {
  defer {
    const defer_panic_info *r = defer_recover();
    printf("%s %s %d\n", text(r->value == &e1), text(r->value == &e2),
           ((struct failure *)r->value)->code);
  }
  defer_panic(e);
}
int main(void) {
  f(&e1);
  f(&e2);
}
