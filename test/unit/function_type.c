/* D4: to UBSan a thunk's type is not that which the run-time calls it by, and the call
 * is right.
 *
 * UNSUPPORTED: sanitizer
 * RUN: %clang -std=c11 -O1 -fexceptions -fsanitize=function \
 * RUN:   -fno-sanitize-recover=all -I%incdir -I%runtime-src \
 * RUN:   -c %runtime-src/record.c -o %t.record.o
 * RUN: %defer-cc -O1 -fsanitize=function -fno-sanitize-recover=all -c %s -o %t.o
 * RUN: %defer-cc -fsanitize=function %t.o %t.record.o \
 * RUN:   %libdir/libdefer.a -o %t
 * RUN: %t | %filecheck %s
 */

#include <defer.h>

#include <stdio.h>

// CHECK: 21 11 1
static void add(int n, long m) { printf("%ld ", n + m); }
int main(void) {
  defer { defer_recover(); }
  for (int i = 0; i < 3; i++)
    defer add(i * 10, 1);
  defer_panicf("x");
}
