// Rules: P6
// A panic with nothing, that nobody recovers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer say("deferred");
  defer_panic(NULL);
}
