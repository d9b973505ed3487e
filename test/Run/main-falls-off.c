/* Rules: D3, D7
 * main without a return is 0, with deferred calls as well.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -- panic | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

int main(int argc, char **argv) {
  (void)argv;
  defer printf("\n");
  defer { defer_recover(); }
  defer note(1);
  if (argc > 1)
    defer_panicf("recovered: zero");
}
// CHECK: 1
// CHECK-NOT: {{.}}
