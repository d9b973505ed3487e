// Section 4.1: debug information: valid, with the deferred code at the place where it was
// written and the variables of a block by their names.
//
// RUN: %clang-defer -g -c -O0 -o %t.0.o %s
// RUN: %clang-defer -g -c -O2 -o %t.2.o %s
// RUN: %clang-defer -g -c -O1 -fplugin-arg-defer-mode=record -o %t.r.o %s
// RUN: %dwarfdump --verify %t.0.o
// RUN: %dwarfdump --verify %t.2.o
// RUN: %dwarfdump --verify %t.r.o
// RUN: %emit -g -O0 %s | FileCheck %s

void f(int), g(void);

// CHECK-LABEL: define internal void @t.defer.0(
// CHECK-SAME:    !dbg
// CHECK:         call void @f({{.*}}), !dbg [[CALL:![0-9]+]]
// CHECK-DAG: [[CALL]] = !DILocation(line: [[#@LINE+5]], column: 5,
// CHECK-DAG: !DILocalVariable(name: "local"
void t(int n) {
  int local = n;
  __builtin_defer {
    f(local);
  }
  while (n--) {
    int k = n;
    __builtin_defer { f(k); }
  }
  g();
}
