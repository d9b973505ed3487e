/* Rules: P9, D3
 * A call compiled as unable to unwind, beside one that may and has no pad: LLVM
 * has one entry of the call-site table for both, so the first needs a pad.
 * UNSUPPORTED: level=LTO
 * RUN: %defer-cc %matrix-flags -c -DOTHER %S/nothrow.c -o %t.other.o
 * RUN: %defer-cc %matrix-flags %s %t.other.o -o %t
 * RUN: %run --exit=134 %t between | %filecheck %s
 */
#include "nothrow.c"
// CHECK: between 1
// CHECK-NEXT: panic: P
// CHECK-NEXT: unwinding cannot go on: a call that was compiled as unable to unwind
