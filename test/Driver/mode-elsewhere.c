/* Rules: 4.6, 4.7
 * What the plugin was told holds where another process lowers, or the other plugin,
 * which comes first.
 * RUN: %clang-defer -fplugin-arg-defer-mode=record -fpass-plugin=%pass-plugin -S -emit-llvm %s -o - \
 * RUN:   | FileCheck %s --check-prefix=RECORD
 * RUN: %clang-defer -fplugin-arg-defer-mode=record -Xclang -disable-llvm-passes -c -emit-llvm %s -o %t.bc
 * RUN: %clang -fpass-plugin=%pass-plugin -S -emit-llvm %t.bc -o - | FileCheck %s --check-prefix=RECORD
 * RUN: %opt -passes='lower-defer<mode=auto>' -S %t.bc | FileCheck %s --check-prefix=OPEN
 */
#include <defer.h>

void first(void);
void f(void) { defer first(); }
// RECORD: {{call|invoke}} void @__defer_drain
// OPEN-NOT: __defer_drain
