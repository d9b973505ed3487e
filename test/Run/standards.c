/* Rules: D4, D5, D6, D7, P2
 * Every C standard, from C89 on, with all of its warnings as errors.
 * RUN: %run-matrix %s -std=c89 -pedantic-errors -Werror -Wall -Wextra | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -std=gnu89 -pedantic-errors -Werror -Wall -Wextra | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -std=iso9899:199409 -pedantic-errors -Werror | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -std=c17 -pedantic-errors -Werror -Wall -Wextra | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -std=gnu23 -pedantic-errors -Werror -Wall -Wextra | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -std=gnu2y -pedantic-errors -Werror -Wall -Wextra | %filecheck --match-full-lines %s
 */
#include <defer.h>
#include <stdio.h>

static void takes(const char **text) {
  const defer_panic_info *p = defer_recover();
  *text = p ? p->message : "-";
}

static int work(int n) {
  defer_result int r = 0;
  int i;
  const char *text = "?";
  defer {
    r += 1;
    printf("%s ", text);
  }
  defer takes(&text);
  for (i = 0; i < n; i++) {
    int mine = i;
    defer printf("%d ", i);
    defer { printf("<%d> ", mine); }
    mine += 10;
  }
  if (n == 2)
    defer_panicf("two");
  if (n == 3)
    defer_panicf("three %d", n);
  if (n == 4)
    defer_panic(NULL);
  return 100;
}

int main(void) {
  int i;
  for (i = 1; i < 5; i++)
    printf("= %d\n", work(i));
  return 0;
}
/* CHECK: <10> 0 - = 101
 * CHECK-NEXT: <11> 1 <10> 0 two = 1
 * CHECK-NEXT: <12> 2 <11> 1 <10> 0 three 3 = 1
 * CHECK-NEXT: <13> 3 <12> 2 <11> 1 <10> 0 nil = 1
 * CHECK-NOT: {{.}}
 */
