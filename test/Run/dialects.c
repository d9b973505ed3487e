/* Rules: D4, D6
 * RUN: %run-matrix %s -std=c99 -pedantic-errors -Werror -Wall -Wextra | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -std=gnu99 -Werror -Wall -Wextra | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -std=c11 -pedantic -Werror -Weverything -Wno-unsafe-buffer-usage -Wno-declaration-after-statement -Wno-pre-c11-compat -Wno-unknown-warning-option | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -std=c23 -pedantic-errors -Werror -Wall -Wextra | %filecheck --match-full-lines %s
 */
#include <defer.h>
#include <stdio.h>

static void note(int n) { printf("%d ", n); }
static int add(int a, int b);
static int add(int a, int b) {
  defer note(a);
  return a + b;
}

int main(void) {
  int i;
  defer printf("end\n");
  for (i = 0; i < 2; i++)
    defer note(i);
  defer(note(add(3, 4)));
  note(5);
  return 0;
}
// CHECK: 3 5 7 1 0 end
// CHECK-NOT: {{.}}
