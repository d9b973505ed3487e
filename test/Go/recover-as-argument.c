// Rules: P3, D4
// recover among the arguments is called at the statement, when nothing panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void show(const defer_panic_info *r) { printf("show %s\n", message(r)); }
static void f(void) {
  defer show(defer_recover());
  defer_panicf("A");
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  f();
}
