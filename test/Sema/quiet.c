// D6, D8: no valid form is warned about, in any dialect of C.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=c99 -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=c11 -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=c17 -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=c23 -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=gnu99 -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=gnu11 -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=gnu17 -fno-exceptions -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=gnu23 -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -std=c2y -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -pedantic -Wcompound-token-split -Wshadow -Wcomma -Wunused -Wparentheses -Wunreachable-code-aggressive -Xclang -verify %s
// expected-no-diagnostics

#include <defer.h>
#include <stdio.h>
#include <stdlib.h>

void g(void);
int f(int);

int forms(FILE *file, int n) {
  defer fclose(file);
  defer(fclose(file));
  defer (fclose(file));
  defer ((fclose)(file));
  defer (void)fclose(file);
  defer g();
  defer { n++; }
  defer {
    n--;
    f(n);
  }
  defer ({ n++; });
  defer ({
    n++;
    g();
  });
  defer {}
  __builtin_defer(f(n));
  __builtin_defer({ f(n); });
  return n;
}

int named(int a, int b) {
  defer_result int sum = 0;
  defer ({ sum++; });
  return a + b;
}

int caught(int n) {
  defer_result int status = 0;
  defer {
    const defer_panic_info *p = defer_recover();
    if (p) {
      fprintf(stderr, "%s %d\n", p->message, p->line);
      status = -1;
    }
  }
  if (n == 1)
    defer_panicf("bad %d of %s", n, "lines");
  if (n == 2)
    defer_panicf("text only");
  if (n == 3)
    defer_panic(&n);
  if (n == 4)
    defer_panic(NULL);
  return f(n);
}

int never(void) { defer_panicf("no value needed after this"); }

void loops(int n) {
  for (int i = 0; i < n; i++)
    defer f(i);
  while (n--)
    defer ({ f(1); });
  do
    defer { f(2); }
  while (n++ < 3);
}
