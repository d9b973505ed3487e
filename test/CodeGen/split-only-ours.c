// D11: where nothing defers LLVM analyzes no function for what may be split off.
//
// RUN: %clang-defer -O2 -mllvm -debug-pass=Structure -c -o /dev/null %s 2>&1 \
// RUN:   | FileCheck %s
// RUN: %clang-defer -O2 -mllvm -debug-pass=Structure -DDEFERS -c -o /dev/null %s 2>&1 \
// RUN:   | FileCheck %s --check-prefix=DEFERS
// RUN: %clang-defer -O2 -mllvm -debug-pass=Structure -fsplit-machine-functions \
// RUN:   -c -o /dev/null %s 2>&1 | FileCheck %s --check-prefix=DEFERS

// CHECK-NOT: Machine Function Splitter
// CHECK:     X86 Assembly Printer
// CHECK-NOT: Machine Function Splitter
// DEFERS:    Machine Function Splitter
// DEFERS:    X86 Assembly Printer
//
// REQUIRES: x86_64

void lock(void), unlock(void);
int work(int);
int f(int x) {
  lock();
#ifdef DEFERS
  __builtin_defer unlock();
#endif
  return work(x);
}
