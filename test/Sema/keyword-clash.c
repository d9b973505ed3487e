// Section 2: `defer` that is a macro of somebody else's: an error that names both.
//
// RUN: not %clang-defer -fsyntax-only -Ddefer=_Defer %s 2>&1 | FileCheck %s
// RUN: not %clang -DDEFER_TOOLING -I%incdir -fsyntax-only -Ddefer=_Defer %s 2>&1 | FileCheck %s
// RUN: %clang-defer -fsyntax-only -Ddefer=_Defer -DDEFER_NO_KEYWORD -Werror %s
// CHECK: defer.h:{{.*}}: error: {{.*}}`defer` is already a macro (Clang's <stddefer.h> makes it _Defer, whose scope is the block): defer.h makes it __builtin_defer, whose scope is the function
// CHECK-SAME: DEFER_NO_KEYWORD

#include <defer.h>
#include <defer.h>
