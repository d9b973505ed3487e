// Section 2: defer.h says to another compiler what it needs, and parses for tools.
//
// REQUIRES: gcc
// RUN: not %cc -I%incdir -fsyntax-only %s 2>&1 | FileCheck %s
// RUN: %cc -DDEFER_TOOLING -I%incdir -fsyntax-only -Wall -Wextra -Werror %s
// RUN: %cc -DDEFER_TOOLING -I%incdir -fsyntax-only -Wall -Wextra -Werror %S/tooling.c
// CHECK: defer.h:{{.*}}error: {{.*}}defer.h needs the clang-defer plugin

#include <defer.h>
