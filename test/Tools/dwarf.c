// D4, D5: with -g, at every level and by every way of lowering, what
// llvm-dwarfdump checks of the debug information is right; split DWARF as well.
//
// RUN: %defer-cc %matrix-flags -fno-lto -g -c %s -o %t.o
// RUN: %dwarfdump --verify %t.o | FileCheck %s
// RUN: %defer-cc %matrix-flags -fno-lto -g -gsplit-dwarf -c %s -o %t.split.o
// RUN: %dwarfdump --verify %t.split.o | FileCheck %s
//
// CHECK: No errors.

#include <defer.h>

int work(int), *allocate(int);
void release(int *);

int loops(int n) {
  defer_result int sum = 0;
  for (int i = 0; i < n; i++) {
    int *p = allocate(i), copy = i;
    defer release(p);
    defer {
      int inside = copy + 1;
      sum += work(inside);
    }
  }
  return work(n);
}

int conditional(int n, const char *text) {
  if (n > 3) {
    char path[16];
    path[0] = text[0];
    defer { work(path[0]); }
  }
  defer {
    const defer_panic_info *info = defer_recover();
    if (info)
      work(info->line);
    defer work(n);
  }
  switch (n) {
  case 1:
    defer work(1);
    return 1;
  default:
    defer_panicf("%s", text);
  }
}
