// Section 2: for tools that cannot load the plugin the two forms that are C parse.
//
// RUN: %clang -DDEFER_TOOLING -I%incdir -fsyntax-only -Wall -Wextra -Xclang -verify %s
// RUN: %clang -DDEFER_TOOLING -I%incdir -fsyntax-only -Wall -Wextra -std=c99 -Xclang -verify %s
// RUN: %clang -DDEFER_TOOLING -I%incdir -fsyntax-only -Wall -Wextra -std=c23 -Xclang -verify %s
// With it the definition changes nothing, and blocks in braces are accepted.
// RUN: %clang-defer -DDEFER_TOOLING -DBRACES -fsyntax-only -Wall -Wextra -Xclang -verify %s
// expected-no-diagnostics

#include <defer.h>

__attribute__((warn_unused_result)) int f(int);
void g(void);

int t(int n) {
  defer_result int result = 0;
  defer f(n);
  defer (f(n));
  defer g();
  defer ({ result++; });
  __builtin_defer(f(n));
  __builtin_defer({ n++; });
  if (n)
    defer f(1);
  else
    defer ({ g(); });
  for (int i = 0; i < n; i++)
    defer f(i);
#ifdef BRACES
  defer { n++; }
#endif
  const defer_panic_info *p = defer_recover();
  if (p)
    defer_panicf("again: %s", p->message);
  if (n == 3)
    defer_panic(&n);
  return 1;
}
