/* Rules: D4, D5, D7, P2, P3
 * Functions of which there are several versions, one for each processor, and what a
 * version has that others have not.
 * REQUIRES: x86_64
 * LLVM 22 crashes over an ifunc in LTO, with the plugin or without.
 * UNSUPPORTED: target=aarch64, level=LTO, level=ThinLTO
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((noinline)) static int maybe(int n) {
  if (n)
    defer_panicf("x");
  return n;
}

__attribute__((target_clones("avx2", "sse4.2", "default"))) int cloned(int n) {
  defer_result int r = 0;
  defer {
    r += 1;
    word(defer_recover() ? "recovered" : "-");
  }
  for (int i = 0; i < 2; i++) {
    int v = i;
    defer { r += v * 10; }
    v++;
  }
  maybe(n);
  return 100;
}
// CHECK: cloned(0): - = 131
// CHECK-NEXT: cloned(1): recovered = 31

/* A deferred function recovers by whichever version it was. */
__attribute__((target_clones("avx2", "default"))) void recovers(void) {
  word(defer_recover() ? "recovers" : "-");
}
static void by_name_and_pointer(int n) {
  defer recovers();
  void (*volatile f)(void) = recovers;
  defer f();
  maybe(n);
}
// CHECK-NEXT: by_name_and_pointer(0): - -
// CHECK-NEXT: by_name_and_pointer(1): recovers -

__attribute__((target("avx2"))) int version(int n) {
  defer note(42);
  defer { note(n); }
  return n++;
}
__attribute__((target("default"))) int version(int n) {
  defer { note(n); }
  defer note(42);
  return n++;
}
static int either(int n) { return version(n); }
// CHECK-NEXT: either(3): {{4 42|42 4}} = 3

/* 64 bytes in a register, frozen, captured and returned. */
typedef long v8di __attribute__((vector_size(64)));
__attribute__((target("avx512f"), noinline)) static void takes(v8di v) {
  note((int)(v[0] + v[7]));
}
__attribute__((target("avx512f"))) static v8di sums(int n) {
  defer_result v8di r = {0};
  v8di v = {n, 1, 2, 3, 4, 5, 6, 7};
  defer { r += v; }
  defer takes(v);
  for (int i = 0; i < 2; i++) {
    v8di w = v * i;
    defer takes(w);
    defer { v += w; }
    w += 1;
  }
  v[7] = 100;
  return v;
}
__attribute__((target("avx512f"))) static void wide(void) {
  v8di r = sums(3);
  note((int)r[0]);
  note((int)r[7]);
}
static void no_wide(void) { word("10 0 10 11 209"); }
static void vectors(void) {
  (__builtin_cpu_supports("avx512f") ? wide : no_wide)();
}
// CHECK-NEXT: vectors(): 10 0 10 11 209

__attribute__((target("arch=x86-64-v3"))) static int arch(int n) {
  for (int i = 0; i < 2; i++) {
    int bits = __builtin_popcountll((unsigned long long)n);
    defer { note(bits); }
    bits += i;
  }
  return n;
}
static int has_arch(int n) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") ? arch(n)
                                                                         : (word("4 3"), n);
}
// CHECK-NEXT: has_arch(7): 4 3 = 7

int main(void) {
  TRY_INT(cloned(0));
  TRY_INT(cloned(1));
  TRY(by_name_and_pointer(0));
  TRY(by_name_and_pointer(1));
  TRY_INT(either(3));
  TRY(vectors());
  TRY_INT(has_arch(7));
}
// CHECK-NOT: {{.}}
