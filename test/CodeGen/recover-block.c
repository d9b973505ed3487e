// P2: in a deferred block, defer_recover() asks for what the block was run for.
//
// RUN: %emit -O0 %s | FileCheck %s --implicit-check-not=@__defer_armed --implicit-check-not=@defer_recover

#include <defer.h>

// CHECK-LABEL: define internal void @t.defer.0(ptr noundef %0, ptr noundef %1)
// CHECK:         store ptr %1, ptr [[EXCEPTION:%.+]],
// CHECK:         [[E:%.+]] = load ptr, ptr [[EXCEPTION]]
// CHECK-NEXT:    call ptr @__defer_recover(ptr noundef [[E]])
void t(void) {
  defer { defer_recover(); }
}
