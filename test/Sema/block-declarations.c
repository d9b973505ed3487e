// D9: a deferred block holds every kind of declaration that a function does.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wno-unused -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -std=c23 -Wall -Wno-unused -Xclang -verify %s
// RUN: %clang-defer -O0 -g -c -o %t.o %s
// RUN: %clang-defer -O2 -c -o %t.o %s
// expected-no-diagnostics

#include <defer.h>

int f(int);

void t(int n) {
  defer {
    __label__ local;
    _Static_assert(sizeof(int) >= 2, "has a text, which has no type");
    extern int elsewhere(void);
    extern int object;
    int f(int);
    typedef int number;
    struct incomplete;
    struct complete {
      number a, bits : 3;
    } s = {1, 2};
    union {
      int a;
      float b;
    } u = {.b = 1};
    enum { A = 2, B };
    static int persistent = B;
    static const char *const texts[] = {"a", "b"};
    number array[A + 1] = {0}, sized[n];
    register int r = n;
    volatile int v = r;
    __auto_type pointer = sized;
    sized[0] = array[0] + s.bits + u.a + v;
    f(*pointer + persistent++ + texts[0][0] + object + elsewhere());
    if (n--)
      goto local;
    __asm__ volatile("" : "+r"(r) : "m"(v) : "memory");
  local:
    f(r);
  }
}
