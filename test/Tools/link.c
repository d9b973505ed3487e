// D3, P2: ways to build a program: sections that are collected, static programs,
// position-independent ones and libraries, control-flow protection, stack protectors,
// profiling, a verifier after each pass. Each does the same.
//
// REQUIRES: lld
// RUN: %defer-cc -O2 -ffunction-sections -fdata-sections -fuse-ld=lld \
// RUN:   -Wl,--gc-sections %s -o %t.gc && %run %t.gc | FileCheck %s
// RUN: %defer-cc -O2 -static %s -o %t.static && %run %t.static | FileCheck %s
// RUN: %defer-cc -O2 -static-pie -fPIE %s -o %t.spie && %run %t.spie | FileCheck %s
// RUN: %defer-cc -O2 -no-pie -fno-pie %s -o %t.nopie && %run %t.nopie | FileCheck %s
// RUN: %defer-cc -O2 -fPIC -shared -DLIBRARY %s -o %t.so
// RUN: %defer-cc -O2 -DPROGRAM %s %t.so -Wl,-rpath,%t.so/.. -o %t.uses
// RUN: %run %t.uses | FileCheck %s
// RUN: %defer-cc -O2 -fstack-protector-all %s -o %t.stack
// RUN: %run %t.stack | FileCheck %s
// RUN: %defer-cc -O0 -Xclang -llvm-verify-each %s -o %t.verify0
// RUN: %run %t.verify0 | FileCheck %s
// RUN: %defer-cc -O2 -Xclang -llvm-verify-each %s -o %t.verify2
// RUN: %run %t.verify2 | FileCheck %s
// RUN: %defer-cc -O2 -flto=thin -fuse-ld=lld %s -o %t.thin
// RUN: %run %t.thin | FileCheck %s
//
// CHECK: recovered at 2
// CHECK: loop 2
// CHECK: loop 1
// CHECK: loop 0
// CHECK: 7

#include <defer.h>
#include <stdio.h>

int panics(int n);

#ifndef PROGRAM
static void say(const char *what, int n) { printf("%s %d\n", what, n); }

int panics(int n) {
  defer_result int result = 0;
  for (int i = 0; i < n; i++)
    defer say("loop", i);
  defer {
    if (defer_recover()) {
      printf("recovered at %d\n", n - 1);
      result = 7;
    }
  }
  defer_panicf("panic");
}
#endif

#ifndef LIBRARY
int main(void) { printf("%d\n", panics(3)); }
#endif
