// Rules: D6
// A switch in a loop, a machine of states.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int state = 0;
  while (state < 4) {
    switch (state) {
    case 0:
      defer say("open");
      state = 2;
      break;
    case 1:
      defer say("write");
      state = 3;
      break;
    case 2:
      state = 1;
      break;
    case 3:
      defer say("close");
      state = 4;
      break;
    }
  }
}
int main(void) { f(); }
