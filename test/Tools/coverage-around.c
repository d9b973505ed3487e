// D3: coverage counts a defer statement, and what stands around it, as often as it was
// executed. The code that the rewriting adds has no counts of its own, and comments count
// as they do without the plugin.
//
// RUN: %defer-cc -O0 -fprofile-instr-generate -fcoverage-mapping %s -o %t
// RUN: env LLVM_PROFILE_FILE=%t.profraw %run %t
// RUN: llvm-profdata merge %t.profraw -o %t.profdata
// RUN: llvm-cov show %t -instr-profile=%t.profdata %s | FileCheck %s
// RUN: %defer-cc -O2 -fprofile-instr-generate -fcoverage-mapping %s -o %t.2
// RUN: env LLVM_PROFILE_FILE=%t.2.profraw %run %t.2
// RUN: llvm-profdata merge %t.2.profraw -o %t.2.profdata
// RUN: llvm-cov show %t.2 -instr-profile=%t.2.profdata %s | FileCheck %s
//
// CHECK: {{[|]}} 5{{[|]}} defer {
// CHECK: {{[|]}} 5{{[|]}} if (n > 2) // conditionally
// CHECK: {{[|]}} 3{{[|]}} defer add(n);
// CHECK: {{[|]}} 5{{[|]}} if (n > 3)
// CHECK: {{[|]}} 2{{[|]}} defer_panicf(
// CHECK: {{[|]}} {{[|]}} /* A line
// CHECK: {{[|]}} {{[|]}} of comment. */
// CHECK: {{[|]}} 3{{[|]}} count += 100;
// CHECK: {{[|]}} 3{{[|]}}}

#include <defer.h>

static int count;
static void add(int n) { count += n; }

static void panics(int n) {
  defer {
    if (!defer_recover())
      count++;
    else
      count += 10;
  }
  if (n > 2) // conditionally
    defer add(n);
  if (n > 3)
    defer_panicf("%d", n);
  /* A line
     of comment. */
  count += 100;
}

int main(void) {
  for (int i = 1; i <= 5; i++)
    panics(i);
  return count == 300 + 3 + 20 + 12 ? 0 : 1;
}
