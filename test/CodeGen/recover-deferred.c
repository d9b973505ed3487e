// P3: `defer defer_recover();` recovers what the frame itself could, which is
// asked for at the statement: not the panic that runs it.
//
// RUN: %emit -O0 %s | FileCheck %s

#include <defer.h>

// CHECK-LABEL: define dso_local void @t(
// CHECK:         call ptr @__defer_armed(ptr noundef @t)
// CHECK:         [[TOKEN:%.+]] = load ptr, ptr %defer.token
// CHECK:         store ptr [[TOKEN]], ptr %a0
// CHECK-LABEL: define internal void @t.defer.0(ptr noundef %0, ptr noundef %1)
// CHECK:         [[A0:%.+]] = getelementptr inbounds {{.*}}%struct.defer.context
// CHECK-NEXT:    [[E:%.+]] = load ptr, ptr [[A0]]
// CHECK-NEXT:    call ptr @__defer_recover(ptr noundef [[E]])
void t(void) { defer defer_recover(); }
