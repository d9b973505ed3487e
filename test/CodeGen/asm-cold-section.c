// Section 4.5: the code of a panic is where the linker collects unlikely code, as far as
// the optimization level and debug information allow it; so is what raises one.
//
// REQUIRES: x86_64
// With -fcf-protection a pad is code.
// RUN: %clang-defer -O2 -fcf-protection -S -o - %s \
// RUN:   | FileCheck %s --check-prefixes=CHECK,SPLIT,PADS
// RUN: %clang-defer -O1 -fcf-protection -S -o - %s \
// RUN:   | FileCheck %s --check-prefixes=CHECK,SPLIT,PADS
// RUN: %clang-defer -O0 -S -o - %s | FileCheck %s --check-prefixes=CHECK,WHOLE
// RUN: %clang-defer -Os -fcf-protection -S -o - %s \
// RUN:   | FileCheck %s --check-prefixes=CHECK,WHOLE
// RUN: %clang-defer -O2 -fcf-protection -g -S -o - %s \
// RUN:   | FileCheck %s --check-prefixes=CHECK,WHOLE
//
// From LLVM 22 on it is not, without, and what raises a panic is all that is left.
// RUN: %if llvm-22 %{ %clang-defer -O2 -S -o - %s \
// RUN:   | FileCheck %s --check-prefixes=CHECK,SPLIT,FOLDED %}
// RUN: %if llvm-22 %{ %clang-defer -Os -g -S -o - %s \
// RUN:   | FileCheck %s --check-prefixes=CHECK,FOLDED %}
//
// The personality finds the pads there.
// RUN: %clang-defer -O2 %s -DMAIN -o %t %libdir/libdefer.a -pthread && %t

void defer_panic_at(const void *, const char *, int, const char *)
    __attribute__((noreturn));
const void *defer_recover(void);
void unlock(int), work(int);

// CHECK-LABEL: f:
// CHECK:         callq work
// PADS:          callq unlock
// PADS:          retq
// PADS-NOT:      __defer_unwind
// PADS:          .section .text.unlikely.f,"ax",@progbits
// PADS-NEXT:   f.cold:
// PADS:          callq __defer_unwind
// PADS:          .size f.cold
// FOLDED-NOT:    __defer_unwind
// FOLDED-NOT:    .text.unlikely
// FOLDED:        .size f,
// WHOLE-NOT:     .text.unlikely
// WHOLE:         callq __defer_unwind
int f(int n) {
  __builtin_defer unlock(n);
  work(n);
  return n;
}

// CHECK-LABEL: raises:
// SPLIT:         callq work
// SPLIT-NOT:     callq defer_panic_at
// SPLIT:         .section .text.unlikely.raises,"ax",@progbits
// SPLIT-NEXT:  raises.cold:
// SPLIT:         callq defer_panic_at
void raises(int n) {
  __builtin_defer unlock(n);
  if (n)
    defer_panic_at(0, "file", 1, "raises");
  work(n);
}

// CHECK-LABEL: plain:
// SPLIT-NOT:     .section .text
// SPLIT:         .size plain
int plain(int n) {
  work(n);
  return n;
}

#ifdef MAIN
static int unlocked;
void unlock(int n) { unlocked += n; }
void work(int n) {
  if (n == 2)
    raises(n);
}
int main(void) {
  __builtin_defer {
    if (!defer_recover() || unlocked != 1 + 2 + 2)
      __builtin_abort();
  }
  f(1);
  f(2);
}
#endif
