/* Rules: D1, D3, P2, P6
 * main, constructors and destructors.
 * RUN: %run-matrix --exit=7 %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((constructor)) static void first(void) {
  defer printf("constructor\n");
  defer { defer_recover(); }
  defer_panicf("early");
}
__attribute__((destructor)) static void last(void) {
  defer printf("destructor\n");
  for (int i = 0; i < 2; i++)
    defer printf("record %d\n", i);
}
static int work(void) { defer_panicf("work"); }

int main(void) {
  defer_result int status = 0;
  defer printf("main's\n");
  defer {
    const defer_panic_info *p = defer_recover();
    printf("%s\n", p->message);
    status = 7;
  }
  static char buffer[64];
  setvbuf(stdout, buffer, _IOLBF, sizeof buffer);
  return work();
}
// CHECK: constructor
// CHECK-NEXT: work
// CHECK-NEXT: main's
// CHECK-NEXT: record 1
// CHECK-NEXT: record 0
// CHECK-NEXT: destructor
// CHECK-NOT: {{.}}
