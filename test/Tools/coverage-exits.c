// D1, D3, P2: coverage of functions that defer on many ways: early returns, loops, `goto`,
// `switch`, a recovered panic, macros. Lines and branches are those of the source; there
// is nothing between the lines for what the rewriting adds.
//
// RUN: %defer-cc -O0 -fprofile-instr-generate -fcoverage-mapping %s -o %t
// RUN: env LLVM_PROFILE_FILE=%t.profraw %run %t
// RUN: llvm-profdata merge %t.profraw -o %t.profdata
// RUN: llvm-cov show %t -instr-profile=%t.profdata -show-branches=count %s > %t.txt
// RUN: FileCheck %s < %t.txt && grep -c 'Branch (' %t.txt | FileCheck -check-prefix=BRANCHES %s
// RUN: %defer-cc -O2 -fprofile-instr-generate -fcoverage-mapping %s -o %t.2
// RUN: env LLVM_PROFILE_FILE=%t.2.profraw %run %t.2
// RUN: llvm-profdata merge %t.2.profraw -o %t.2.profdata
// RUN: llvm-cov show %t.2 -instr-profile=%t.2.profdata -show-branches=count %s \
// RUN:   | FileCheck %s
//
// BRANCHES: {{^}}26{{$}}

#include <defer.h>
#include <stdlib.h>

static int count;
static void add(int n) { count += n; }
#define ADD(N) defer add(N)
#define RETURN(N) return N

// CHECK: {{[|]}} 6{{[|]}}static int early
static int early(int n) {
  defer add(1);                       // CHECK: {{[|]}} 6{{[|]}} defer add(1);
  if (n == 1)                         // CHECK: {{[|]}} 6{{[|]}} if (n == 1)
    return 1;                         // CHECK: {{[|]}} 1{{[|]}} return 1;
  if (n == 2) {                       // CHECK: {{[|]}} 5{{[|]}} if (n == 2)
    defer { count++; }                // CHECK: {{[|]}} 1{{[|]}} defer { count++; }
    return count && n > 5;            // CHECK: {{[|]}} 1{{[|]}} return count
  }                                   // CHECK: {{[|]}} 1{{[|]}} }
  defer add(n > 2 && n < 4 ? 1 : 2);  // CHECK: {{[|]}} 4{{[|]}} defer add(n > 2
  // CHECK: Branch ({{.*}}: [True: 3, False: 1]
  // CHECK: Branch ({{.*}}: [True: 1, False: 2]
  ADD(3);                             // CHECK: {{[|]}} 4{{[|]}} ADD(3);
  if (n == 5)                         // CHECK: {{[|]}} 4{{[|]}} if (n == 5)
    RETURN(7);                        // CHECK: {{[|]}} 1{{[|]}} RETURN(7);
  return n;                           // CHECK: {{[|]}} 3{{[|]}} return n;
}                                     // CHECK: {{[|]}} 4{{[|][}]}}

// CHECK: {{[|]}} 1{{[|]}}static void loops
static void loops(int n) {
  for (int i = 0; i < n; i++) {       // CHECK: {{[|]}} 10{{[|]}} for (
    int k = i;                        // CHECK: {{[|]}} 9{{[|]}} int k
    if (k % 2)                        // CHECK: {{[|]}} 9{{[|]}} if (k
      continue;                       // CHECK: {{[|]}} 4{{[|]}} continue;
    defer {                           // CHECK: {{[|]}} 5{{[|]}} defer {
      if (k > 2)                      // CHECK: {{[|]}} 5{{[|]}} if (k > 2)
        count += k;                   // CHECK: {{[|]}} 3{{[|]}} count += k;
    }                                 // CHECK: {{[|]}} 5{{[|]}} }
    for (int j = k; j > 3; j--)       // CHECK: {{[|]}} 14{{[|]}} for (
      defer add(j);                   // CHECK: {{[|]}} 9{{[|]}} defer add(j);
  }                                   // CHECK: {{[|]}} 5{{[|]}} }
}                                     // CHECK: {{[|]}} 1{{[|][}]}}

// CHECK: {{[|]}} 4{{[|]}}static int switches
static int switches(int n) {
  defer_result int r = 0;             // CHECK: {{[|]}} 4{{[|]}} defer_result
  switch (n) {                        // CHECK: {{[|]}} 4{{[|]}} switch
  case 0:                             // CHECK: {{[|]}} 1{{[|]}} case 0:
    defer add(1);                     // CHECK: {{[|]}} 1{{[|]}} defer add(1);
    break;                            // CHECK: {{[|]}} 1{{[|]}} break;
  case 1: {                           // CHECK: {{[|]}} 1{{[|]}} case 1:
    defer { r++; }                    // CHECK: {{[|]}} 1{{[|]}} defer { r++; }
    return 10;                        // CHECK: {{[|]}} 1{{[|]}} return 10;
  }
  case 2:                             // CHECK: {{[|]}} 1{{[|]}} case 2:
    defer { r += 2; }                 // CHECK: {{[|]}} 1{{[|]}} defer { r += 2; }
  default:                            // CHECK: {{[|]}} 2{{[|]}} default:
    return 5;                         // CHECK: {{[|]}} 2{{[|]}} return 5;
  }
  return 1;                           // CHECK: {{[|]}} 1{{[|]}} return 1;
}                                     // CHECK: {{[|]}} 4{{[|][}]}}

// CHECK: {{[|]}} 3{{[|]}}static int recovers
static int recovers(int n) {
  defer_result int r = 3;             // CHECK: {{[|]}} 3{{[|]}} defer_result
  defer {                             // CHECK: {{[|]}} 3{{[|]}} defer {
    if (defer_recover())              // CHECK: {{[|]}} 3{{[|]}} if (defer_recover())
      r = 9;                          // CHECK: {{[|]}} 2{{[|]}} r = 9;
  }                                   // CHECK: {{[|]}} 3{{[|]}} }
  if (n)                              // CHECK: {{[|]}} 3{{[|]}} if (n)
    defer_panicf("%d", n);            // CHECK: {{[|]}} 2{{[|]}} defer_panicf(
  r = 4;                              // CHECK: {{[|]}} 1{{[|]}} r = 4;
  return r;                           // CHECK: {{[|]}} 1{{[|]}} return r;
}                                     // CHECK: {{[|]}} 3{{[|][}]}}

// CHECK: {{[|]}} 1{{[|]}}static void gotos
static void gotos(int n) {
again:                                // CHECK: {{[|]}} 3{{[|]}}again:
  defer { count++; }                  // CHECK: {{[|]}} 3{{[|]}} defer { count++; }
  if (n-- > 0)                        // CHECK: {{[|]}} 3{{[|]}} if (n-- > 0)
    goto again;                       // CHECK: {{[|]}} 2{{[|]}} goto again;
}

// CHECK: {{[|]}} 1{{[|]}}static void nested
static void nested(void) {
  defer {                             // CHECK: {{[|]}} 1{{[|]}} defer {
    defer {                           // CHECK: {{[|]}} 1{{[|]}} defer {
      if (count)                      // CHECK: {{[|]}} 1{{[|]}} if (count)
        count++;                      // CHECK: {{[|]}} 1{{[|]}} count++;
      else
        count--;                      // CHECK: {{[|]}} 0{{[|]}} count--;
    }                                 // CHECK: {{[|]}} 1{{[|]}} }
    count++;                          // CHECK: {{[|]}} 1{{[|]}} count++;
  }                                   // CHECK: {{[|]}} 1{{[|]}} }
}                                     // CHECK: {{[|]}} 1{{[|][}]}}

// CHECK: {{[|]}} 0{{[|]}}void unused
void unused(void) {
  defer add(1);                       // CHECK: {{[|]}} 0{{[|]}} defer add(1);
  defer { count++; }                  // CHECK: {{[|]}} 0{{[|]}} defer { count++; }
}                                     // CHECK: {{[|]}} 0{{[|][}]}}

// CHECK: {{[|]}} 2{{[|]}}static void leaves
static void leaves(int n) {
  if (n)                              // CHECK: {{[|]}} 2{{[|]}} if (n)
    defer exit(0);                    // CHECK: {{[|]}} 1{{[|]}} defer exit(0);
  count++;                            // CHECK: {{[|]}} 2{{[|]}} count++;
}                                     // CHECK: {{[|]}} 2{{[|][}]}}

int main(void) {
  for (int i = 0; i < 6; i++)
    early(i);
  loops(9);
  for (int i = 0; i < 4; i++)
    switches(i);
  for (int i = 0; i < 3; i++)
    recovers(i);
  gotos(2);
  nested();
  leaves(0);
  leaves(1);
  return 1;
}
