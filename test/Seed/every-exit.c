// Rules: D1, D3
// The call is written once and runs once, on each way out; a defer statement that
// was not executed does not run.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static int opened, closed;

static void open_it(void) { opened++; }
static void close_it(const char *why) {
  closed++;
  printf("%s, ", why);
}

static int leave(int way) {
  if (way == 0)
    return 0; /* before it is opened */
  open_it();
  defer close_it("closed");
  if (way == 1)
    return 1;
  for (;;) {
    if (way == 2)
      return 2;
    if (way == 3)
      goto out;
    if (way == 4)
      defer_panicf("way out");
    break;
  }
  return 5;
out:
  return 3;
}

static void guard(int way) {
  defer { (void)defer_recover(); }
  printf("way %d: ", way);
  printf("returned %d", leave(way));
}

static void end_of_body(void) { defer close_it("end of the body"); }

static void if_taken(int taken) {
  if (taken)
    defer close_it("conditional");
  printf("%s, ", taken ? "taken" : "not taken");
}

int main(void) {
  for (int way = 0; way < 6; way++) {
    guard(way);
    printf(" (%d, %d)\n", opened, closed);
  }
  // CHECK:      way 0: returned 0 (0, 0)
  // CHECK-NEXT: way 1: closed, returned 1 (1, 1)
  // CHECK-NEXT: way 2: closed, returned 2 (2, 2)
  // CHECK-NEXT: way 3: closed, returned 3 (3, 3)
  // CHECK-NEXT: way 4: closed,  (4, 4)
  // CHECK-NEXT: way 5: closed, returned 5 (5, 5)
  end_of_body();
  if_taken(1);
  if_taken(0);
  puts("the end");
  // CHECK-NEXT: end of the body, taken, conditional, not taken, the end
  // CHECK-NOT:  {{.}}
}
