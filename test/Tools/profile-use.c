// P2, D11: profile-guided optimization. Counts from a build without optimization are found in
// one with it, and say of a function that defers what was executed: a recovered panic is no
// second call. The same for LLVM's own instrumentation. Nothing changes what is run.
//
// RUN: %defer-cc -O0 -fprofile-instr-generate %s -o %t
// RUN: env LLVM_PROFILE_FILE=%t.profraw %run %t | FileCheck --check-prefix=OUT %s
// RUN: llvm-profdata merge %t.profraw -o %t.profdata
// RUN: %defer-cc -O2 -Werror -Wprofile-instr-out-of-date -Wprofile-instr-unprofiled \
// RUN:   -Wprofile-instr-missing -fprofile-instr-use=%t.profdata %s -o %t.used
// RUN: %run %t.used | FileCheck --check-prefix=OUT %s
// RUN: %defer-cc -O2 -fprofile-instr-use=%t.profdata -fplugin-arg-defer-no-lower \
// RUN:   -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | FileCheck %s
// RUN: %defer-cc -O2 -fprofile-generate=%t.dir/ %s -o %t.ir
// RUN: rm -rf %t.dir && %run %t.ir | FileCheck --check-prefix=OUT %s
// RUN: llvm-profdata merge %t.dir -o %t.ir.profdata
// RUN: %defer-cc -O2 -Werror -fprofile-use=%t.ir.profdata %s -o %t.ir.used
// RUN: %run %t.ir.used | FileCheck --check-prefix=OUT %s
//
// OUT: sum 147
//
// CHECK-LABEL: define {{.*}} @panics(
// CHECK-SAME:    !prof [[ENTRY:![0-9]+]]
// CHECK:         br i1 {{.*}}, !prof [[NOT_AGAIN:![0-9]+]]
// CHECK:         br i1 {{.*}}, !prof [[HALF:![0-9]+]]
// CHECK-DAG: [[ENTRY]] = !{!"function_entry_count", i64 20}
// CHECK-DAG: [[NOT_AGAIN]] = !{!"branch_weights", i32 1, i32 21}
// CHECK-DAG: [[HALF]] = !{!"branch_weights", i32 15, i32 7}

#include <defer.h>
#include <stdio.h>

static int sum;

static void panics(int n) {
  defer {
    if (defer_recover())
      sum += 10;
  }
  if (n >= 6)
    defer_panicf("%d", n);
  sum++;
  for (int i = 0; i < n; i++) {
    int each = i;
    defer { sum += each > 3; }
  }
}

int main(void) {
  for (int n = 0; n < 20; n++)
    panics(n);
  printf("sum %d\n", sum);
}
