// Section 2: defer.h without the plugin says what to load.
//
// RUN: not %clang -I%incdir -fsyntax-only %s 2>&1 | FileCheck %s
// CHECK: defer.h:{{.*}}: error: "defer.h needs the clang-defer plugin: compile with clang and -fplugin=ClangDefer.so, or with defer-cc

#include <defer.h>
