// D1: ccache keeps what defer-cc compiles: the second compilation is found, and is the
// same.
//
// REQUIRES: ccache
// RUN: rm -rf %t && mkdir %t
// RUN: env CCACHE_DIR=%t/cache ccache %defer-cc -O2 -c %s -o %t/one.o
// RUN: env CCACHE_DIR=%t/cache ccache %defer-cc -O2 -c %s -o %t/two.o
// RUN: env CCACHE_DIR=%t/cache ccache -s | FileCheck %s
// RUN: cmp %t/one.o %t/two.o
// RUN: %defer-cc %t/two.o -o %t/program && %run %t/program
//
// CHECK: Hits: {{.*}}1 / {{.*}}2

#include <defer.h>

static int ran;
static void once(void) { ran++; }
static void function(void) { defer once(); }
int main(void) {
  function();
  return ran != 1;
}
