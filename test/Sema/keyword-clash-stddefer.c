// Section 2: Clang's own header, a system header, before defer.h and after it.
//
// REQUIRES: llvm-22
// RUN: not %clang-defer -fsyntax-only -fdefer-ts -DBEFORE %s 2>&1 | FileCheck %s
// RUN: not %clang-defer -fsyntax-only -fdefer-ts -DAFTER %s 2>&1 | FileCheck --check-prefix=AFTER %s
// RUN: %clang-defer -fsyntax-only -fdefer-ts -DBEFORE -DDEFER_NO_KEYWORD -Werror %s
// RUN: %clang-defer -fsyntax-only -fdefer-ts -DAFTER -DDEFER_NO_KEYWORD -Werror %s
// CHECK: error: {{.*}}_Defer{{.*}}__builtin_defer
// AFTER: stddefer.h:{{.*}}: error: `defer` becomes another macro here: defer.h makes it __builtin_defer
// AFTER: #define defer _Defer

#ifdef BEFORE
#include <stddefer.h>
#endif
#include <defer.h>
#ifdef AFTER
#include <stddefer.h>
#endif
