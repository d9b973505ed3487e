// D1, D5, D7: a debugger steps from statement to statement, not to and fro, and shows the
// variables as they were written: one of a loop's body that a deferred block captures, in
// the loop and in the block, and no variable that the rewriting adds. So at the first
// statement of a block that defers itself.
//
// REQUIRES: gdb
// RUN: %defer-cc -g -O0 %s -o %t
// RUN: gdb -batch -nx -iex 'set debuginfod enabled off' -ex 'break loop' -ex run -ex next \
// RUN:   -ex next -ex next -ex 'info locals' -ex next -ex 'print each' -ex 'break show' \
// RUN:   -ex continue -ex up -ex 'print each' -ex 'break debugger-variables.c:44' -ex 'delete 2' \
// RUN:   -ex continue -ex 'print inside' -ex 'print sum' -ex next %t 2>&1 | FileCheck %s
// RUN: %defer-cc -g -O0 -fplugin-arg-defer-mode=record %s -o %t.record
// RUN: gdb -batch -nx -iex 'set debuginfod enabled off' -ex 'break debugger-variables.c:44' \
// RUN:   -ex run -ex 'print inside' -ex 'print sum' -ex next %t.record 2>&1 \
// RUN:   | FileCheck -check-prefix=BLOCK %s
//
// CHECK: Breakpoint 1, loop (n=2)
// CHECK-NEXT: int unused = 0;
// CHECK-NEXT: defer_result int sum = 1;
// CHECK-NEXT: defer {
// CHECK-NEXT: for (int i = 0; i < n; i++) {
// CHECK-NOT: defer.
// CHECK: int each = i + 5;
// CHECK: $1 = {{.*}}
// CHECK: Breakpoint 2, show (n=6)
// CHECK: $2 = {{.*}}: 6
// CHECK: loop.defer.0
// BLOCK: loop.defer.0
// BLOCK-NEXT: sum += inside;
// BLOCK-NEXT: $1 = 3
// BLOCK-NEXT: $2 = {{.*}}: 1
// BLOCK-NEXT: defer show(inside);

#include <defer.h>

int shown;
void show(int n) { shown += n; }

int loop(int n) {
  int unused = 0;
  defer_result int sum = 1;
  defer {
    int inside = 3;
    sum += inside;
    defer show(inside);
    sum += unused;
  }
  for (int i = 0; i < n; i++) {
    int each = i + 5;
    defer { show(each); }
  }
  return sum;
}

int main(void) { return loop(2) != 4; }
