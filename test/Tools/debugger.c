// D1, D5: a debugger stops on the defer statement, and in the deferred block, whose own
// variables and whose captured ones it shows as they are then.
//
// REQUIRES: gdb
// RUN: %defer-cc -g -O0 %s -o %t
// RUN: gdb -batch -nx -iex 'set debuginfod enabled off' \
// RUN:   -ex 'break onto' -ex run -ex next -ex next -ex 'break show' -ex continue \
// RUN:   -ex up -ex 'print inside' -ex 'print outside' -ex 'backtrace 3' %t 2>&1 \
// RUN:   | FileCheck %s
//
// CHECK: Breakpoint 1, onto (argument=3)
// CHECK: int outside = argument;
// CHECK-NEXT: defer {
// CHECK: Breakpoint 2, show (n=42)
// CHECK: $1 = 42
// CHECK-NEXT: $2 = {{.*}}7{{$}}
// CHECK-NEXT: #0 show (n=42)
// CHECK-NEXT: #1 {{.*}}onto.defer.0
// CHECK-NEXT: #2 {{.*}}onto (argument=3)

#include <defer.h>
#include <stdio.h>

void work(int n) { printf("work %d\n", n); }
void show(int n) { printf("show %d\n", n); }

int onto(int argument) {
  int outside = argument;
  defer {
    int inside = outside * 6;
    show(inside);
  }
  work(outside);
  outside = 7;
  return outside;
}

int main(void) { return onto(3) != 7; }
