// D3, P2: control-flow protection, -pg and control-flow integrity (a deferred call
// through a pointer is checked as any) beside defer statements.
//
// REQUIRES: x86_64, lld
// RUN: %defer-cc -O2 -fcf-protection=full %s -o %t.cet && %run %t.cet | FileCheck %s
// RUN: mkdir -p %t.dir && cd %t.dir
// RUN: %defer-cc -O2 -pg %s -o %t.pg && %run %t.pg | FileCheck %s
// RUN: %defer-cc -O2 -flto -fvisibility=hidden -fsanitize=cfi -fuse-ld=lld %s -o %t.cfi
// RUN: %run %t.cfi | FileCheck %s
// RUN: %defer-cc -O2 -flto -fvisibility=hidden -fsanitize=cfi -DBAD -fuse-ld=lld %s \
// RUN:   -o %t.bad && not --crash %t.bad
//
// CHECK: deferred 5
// CHECK: recovered

#include <defer.h>
#include <stdio.h>

static void one(int n) { printf("deferred %d\n", n); }
static void other(long a, long b) { printf("other %ld %ld\n", a, b); }

static void function(void (*pointer)(int)) {
  defer {
    if (defer_recover())
      puts("recovered");
  }
  defer pointer(5);
  defer_panicf("panic");
}

int main(int argc, char **argv) {
#ifdef BAD
  function((void (*)(int))(void *)other);
#else
  (void)other;
  function(one);
#endif
}
