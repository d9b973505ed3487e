/* P6: the call stack of a raise has the names of functions that the dynamic linker has
 * no symbol for, from the file's own table; without one it has the addresses.
 *
 * REQUIRES: linux
 * RUN: %defer-cc %matrix-flags %s -o %t
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t | %filecheck %s
 * RUN: %if sanitizer %{ true %} %else %{ %defer-cc %matrix-flags %s -static -o %t.static %}
 * RUN: %if sanitizer %{ true %} %else %{ env DEFER_BACKTRACE=1 %run --exit=134 %t.static | %filecheck %s %}
 * RUN: %defer-cc %matrix-flags %s -s -o %t.stripped
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t.stripped \
 * RUN:   | %filecheck %s --check-prefix=STRIPPED
 * RUN: %defer-cc %matrix-flags %s -fno-pie -no-pie -o %t.fixed
 * RUN: env DEFER_BACKTRACE=1 %run --exit=134 %t.fixed \
 * RUN:   | %filecheck %s --check-prefix=FIXED
 */
#include "Inputs/note.h"

static __attribute__((noinline)) void innermost(int n) {
  defer note(n);
  if (n)
    defer_panicf("traced");
  note(n);
}
static __attribute__((noinline)) void outer(int n) {
  defer note(n);
  innermost(n);
  note(n);
}

int main(void) {
  outer(id(1));
  note(2);
}
/* CHECK: panic: traced
 * CHECK-NEXT: raised at {{.*}} in innermost
 * CHECK-NEXT: #0 0x{{[0-9a-f]+}} innermost{{$|[+ ]}}
 * CHECK-NEXT: #1 0x{{[0-9a-f]+}} outer+0x{{.*}}
 * CHECK-NEXT: #2 0x{{[0-9a-f]+}} main+0x{{.*}}
 * CHECK: _start+0x
 *
 * STRIPPED: panic: traced
 * STRIPPED-NEXT: raised at {{.*}} in innermost
 * STRIPPED-NEXT: #0 0x{{[0-9a-f]+}} ({{.*}}.stripped+0x{{[0-9a-f]+}}){{$}}
 * STRIPPED-NEXT: #1 0x{{[0-9a-f]+}} ({{.*}}.stripped+0x{{[0-9a-f]+}}){{$}}
 *
 * Where nothing was moved addresses in the file are those in memory.
 * FIXED: #1 0x[[OUTER:[0-9a-f]+]] outer+0x{{[0-9a-f]+}} ({{.*}}.fixed+0x[[OUTER]]){{$}}
 */
