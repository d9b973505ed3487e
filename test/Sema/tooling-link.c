// Section 2: what was compiled for tools only does not link, and the linker names the flag.
//
// RUN: %clang -DDEFER_TOOLING -I%incdir -c -O0 -o %t.0.o %s
// RUN: %clang -DDEFER_TOOLING -I%incdir -c -O2 -o %t.2.o %s
// RUN: not %clang %t.0.o -L%libdir -ldefer -o %t.exe 2>&1 | FileCheck %s
// RUN: not %clang %t.2.o -L%libdir -ldefer -o %t.exe 2>&1 | FileCheck %s
// CHECK: defer_without_the_plugin__compile_with_fplugin_ClangDefer_so

#include <defer.h>
#include <stdio.h>

int main(void) {
  defer puts("never");
  return 0;
}
