// Section 4.5: the code of a panic is where the linker collects unlikely code, as far as
// the optimization level and debug information allow it; so is what raises one.
//
// REQUIRES: x86_64
// RUN: %clang-defer -O2 -S -o - %s | FileCheck %s --check-prefixes=CHECK,SPLIT
// RUN: %clang-defer -O1 -S -o - %s | FileCheck %s --check-prefixes=CHECK,SPLIT
// RUN: %clang-defer -O0 -S -o - %s | FileCheck %s --check-prefixes=CHECK,WHOLE
// RUN: %clang-defer -Os -S -o - %s | FileCheck %s --check-prefixes=CHECK,WHOLE
// RUN: %clang-defer -O2 -g -S -o - %s | FileCheck %s --check-prefixes=CHECK,WHOLE
//
// The personality finds the pads there.
// RUN: %clang-defer -O2 %s -DMAIN -o %t %libdir/libdefer.a -pthread && %t

void defer_panic_at(const void *, const char *, int, const char *)
    __attribute__((noreturn));
const void *defer_recover(void);
void unlock(int), work(int);

// CHECK-LABEL: f:
// SPLIT:         callq work
// SPLIT:         callq unlock
// SPLIT:         retq
// SPLIT-NOT:     __defer_unwind
// SPLIT:         .section .text.unlikely.f,"ax",@progbits
// SPLIT-NEXT:  f.cold:
// SPLIT:         callq __defer_unwind
// SPLIT:         .size f.cold
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
