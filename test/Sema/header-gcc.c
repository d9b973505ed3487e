// So it does with another compiler.
//
// REQUIRES: gcc
// RUN: not %cc -I%incdir -fsyntax-only %s 2>&1 | FileCheck %s
// RUN: %cc -DDEFER_TOOLING -I%incdir -fsyntax-only -Wall -Wextra -Werror %s
// CHECK: defer.h:{{.*}}error: {{.*}}defer.h needs the clang-defer plugin

#include <defer.h>
