// 4.3, 4.5: a function that calls nothing unless it panics has no frame and no landing
// pad: what raises the panic is a function of its own, which it ends with.
//
// REQUIRES: x86_64
// RUN: %clang-defer -O2 -S -o - %s | FileCheck %s
// RUN: %clang-defer -O2 -g -S -o - %s | FileCheck %s
// RUN: %clang-defer -O2 -fcf-protection -S -o - %s \
// RUN:   | FileCheck %s --check-prefixes=CHECK,CODE
// RUN: %clang-defer -O2 -g -c %s -o %t.o && %dwarfdump --verify %t.o
// RUN: %dwarfdump --name=leaf.panics --show-children %t.o \
// RUN:   | FileCheck %s --check-prefix=DEBUG
// RUN: %clang-defer -Os -S -o - %s | FileCheck %s --check-prefix=SMALL
// RUN: %clang-defer -O2 --target=aarch64-linux-gnu -S -o - %s \
// RUN:   | FileCheck %s --check-prefix=ARM
// RUN: %if llvm-22 %{ %clang-defer -O2 -S -o - %s | FileCheck %s --check-prefix=WRAP %}
// RUN: %if llvm-22 %{ %clang-defer -O2 --target=aarch64-linux-gnu -S -o - %s \
// RUN:   | FileCheck %s --check-prefix=ARMWRAP %}

void defer_panic_at(const void *, const char *, int, const char *)
    __attribute__((noreturn));
extern long depth, table[64];

// CHECK-LABEL: leaf:
// CHECK-NOT:     cfi_personality
// CHECK-NOT:     push
// CHECK-NOT:     %rsp
// CHECK:         retq
// CHECK-NOT:     call
// CHECK:         .size leaf,
// CHECK:         .section .text.unlikely
// CHECK:       leaf.panics:
// CHECK:         .cfi_personality
// CHECK:         callq defer_panic_at
// CODE:          callq __defer_unwind
// CHECK:         .size leaf.panics,
//
// ARM-LABEL:   leaf:
// ARM-NOT:       x30
// ARM:           ret
// ARM-NOT:       bl
// ARM:           b leaf.panics
// ARM-NOT:       bl
// ARM:           .size leaf,
//
// SMALL:         callq defer_panic_at
// SMALL-NOT:     leaf.panics:
//
// A call alone, that nothing recovers from, stays: only it has a frame.
//
// WRAP-LABEL: passes:
// WRAP-NOT:     push
// WRAP-NOT:     %rsp
// WRAP:         retq
// WRAP:         pushq
// WRAP:         callq fail
// WRAP-NOT:     {{pop|ret}}
// WRAP-NOT:     passes.panics:
// WRAP:         .size passes,
//
// ARMWRAP-LABEL:   passes:
// ARMWRAP-NOT:       x30
// ARMWRAP:           ret
// ARMWRAP:           x30
// ARMWRAP:           bl fail
// ARMWRAP-NOT:       passes.panics:
//
// DEBUG:       DW_TAG_subprogram
// DEBUG:         DW_AT_name ("leaf.panics")
// DEBUG:         DW_TAG_formal_parameter
// DEBUG:         DW_AT_location
// DEBUG:         DW_AT_name ("i")
long leaf(void *unused, long i) {
  depth++;
  __builtin_defer { depth--; };
  if (i < 0)
    defer_panic_at(&table[i], "file", 1, "leaf");
  return table[i & 63];
}

void fail(long) __attribute__((noreturn));
long passes(long i) {
  depth++;
  __builtin_defer { depth--; };
  if (i < 0)
    fail(i);
  return table[i & 63];
}
