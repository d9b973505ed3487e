// D6: a defer statement stands wherever a statement may.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wno-unused-value -Wno-for-loop-analysis -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -std=c23 -Wall -Wno-unused-value -Wno-for-loop-analysis -Xclang -verify %s
// RUN: %clang-defer -c -O0 -o %t.o %s
// RUN: %clang-defer -c -O2 -o %t.o %s
// expected-no-diagnostics

int f(int);

int t(int n) {
  if (n)
    __builtin_defer f(1);
  else
    __builtin_defer f(2);
  if (n)
    __builtin_defer { f(1); }
  else if (n > 1)
    __builtin_defer { f(2); }
  else
    f(3);
  for (; n;)
    __builtin_defer f(4);
  while (n)
    __builtin_defer { f(5); }
  do
    __builtin_defer f(6);
  while (n);
  do
    __builtin_defer { f(7); }
  while (n);
  switch (n) {
  case 1:
    __builtin_defer f(8);
    break;
  case 2 ... 3:
  case 4: {
    __builtin_defer { f(9); }
  }
  default:
    __builtin_defer f(10);
  }
again:
  __builtin_defer f(11);
  if (n--)
    goto again;
  { __builtin_defer f(12); }
  int value = ({
    __builtin_defer f(13);
    n;
  });
  ({ __builtin_defer { f(14); } });
  __builtin_defer f(({
    __builtin_defer f(15);
    n;
  }));
  __attribute__((nomerge)) __builtin_defer f(16);
#pragma clang loop unroll(disable)
  while (n)
    __builtin_defer f(17);
  _Pragma("clang diagnostic push") __builtin_defer f(18);
  _Pragma("clang diagnostic pop");
  __builtin_defer {
    __builtin_defer {
      if (n)
        __builtin_defer f(19);
      f(20);
    }
  }
  return value;
  __builtin_defer f(21);
}

static inline __attribute__((always_inline)) int u(int n) {
  __builtin_defer f(n);
  return n;
}
int v(int n) { return u(n); }
