// Section 4.1: a variable whose value is kept where a register would be saved is found
// there, as long as it is.
//
// REQUIRES: x86_64, llvm-22
// RUN: %clang-defer -g -c -O2 -o %t.o %s
// RUN: %dwarfdump --verify %t.o
// RUN: %dwarfdump --name=n --name=m --name=kept %t.o | FileCheck %s

void lock(void), unlock(void);
long finish(long);
int small(int);
#define RESULT __attribute__((__defer_result__))

// The push has the value; the slot gets another with what is returned.
// CHECK:      DW_TAG_formal_parameter
// CHECK-NEXT:   DW_AT_location
// CHECK-NEXT:     [0x0000000000000000, 0x0000000000000001): DW_OP_reg5 RDI
// CHECK-NEXT:     [0x0000000000000001, {{.*}}): DW_OP_breg7 RSP+0)
// CHECK-NEXT:   DW_AT_name ("n")
// CHECK:      DW_TAG_variable
// CHECK-NEXT:   DW_AT_location
// CHECK-NEXT:     DW_OP_consts +0
// CHECK-NEXT:     DW_OP_breg7 RSP+0
// CHECK-NEXT:   DW_AT_name ("kept")
long t(long n) {
  RESULT long kept = 0;
  lock();
  __builtin_defer unlock();
  __builtin_defer { kept = finish(kept); };
  return n;
}

// CHECK:      DW_TAG_formal_parameter
// CHECK-NEXT:   DW_AT_location
// CHECK-NEXT:     DW_OP_reg5 RDI
// CHECK-NEXT:     DW_OP_breg7 RSP+0
// CHECK-NEXT:   DW_AT_name ("m")
int u(int m) {
  RESULT int r = 0;
  lock();
  __builtin_defer unlock();
  __builtin_defer { r = small(r); };
  return m;
}
