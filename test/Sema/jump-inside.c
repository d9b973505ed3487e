// E3: jumps that stay in a deferred block, and those out of a deferred call's
// argument, which is evaluated at the statement.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wno-unreachable-code -Xclang -verify %s
// RUN: %clang-defer -c -O1 -o %t.o %s
// expected-no-diagnostics

int f(int);

void loops(int n) {
  for (;;) {
    __builtin_defer {
      while (n)
        if (n-- == 3)
          break;
        else
          continue;
      switch (n) {
      case 1:
        break;
      default:
        f(n);
      }
    }
    if (n++)
      break;
  }
}

void labels(int n) {
  __builtin_defer {
    void *targets[] = {&&again, &&done};
  again:
    if (n--)
      goto again;
    __asm__ goto("" : : : : done);
    goto *targets[n & 1];
  done:
    f(n);
  }
  goto end;
end:
  f(n);
}

int argument(int n) {
  for (;;) {
    __builtin_defer f(({
      if (n == 1)
        break;
      if (n == 2)
        continue;
      if (n == 3)
        return 1;
      n;
    }));
  }
  return 0;
}

void over_a_statement(int n) {
  if (n)
    goto out;
  __builtin_defer f(1);
  switch (n) {
    __builtin_defer f(2);
  case 1:
    __builtin_defer f(3);
  case 2:;
  }
out:
  f(0);
}
