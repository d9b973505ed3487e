// D1, P2: what a build does in steps: -save-temps, -E and then the .i, a
// precompiled header, ccache, and the analyzer, which does not crash.
//
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: %defer-cc -O2 -save-temps=obj %s -o %t/temps && %run %t/temps | FileCheck %s
// RUN: %defer-cc -O2 -E %s -o %t/e.i && %defer-cc -O2 -Werror %t/e.i -o %t/e
// RUN: %run %t/e | FileCheck %s
// RUN: echo '#include <defer.h>' > %t/all.h && echo '#include <stdio.h>' >> %t/all.h
// RUN: %defer-cc -O2 -x c-header %t/all.h -o %t/all.pch
// RUN: %defer-cc -O2 %t/all.h -o %t/suffix.pch
// RUN: cmp %t/all.pch %t/suffix.pch
// RUN: %defer-cc -O2 -include-pch %t/all.pch -DPRECOMPILED %s -o %t/pch
// RUN: %run %t/pch | FileCheck %s
// RUN: %defer-cc --analyze -Xclang -analyzer-checker=core,unix,security %s -o %t/plist
//
// CHECK: deferred 1
// CHECK: recovered

#ifndef PRECOMPILED
#include <defer.h>
#include <stdio.h>
#endif

static void say(int n) { printf("deferred %d\n", n); }

int main(void) {
  defer {
    if (defer_recover())
      puts("recovered");
  }
  for (int i = 0; i < 2; i++)
    if (i)
      defer say(i);
  defer_panicf("panic");
}
