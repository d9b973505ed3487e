// P2, P3: a function that contains defer_recover() asks at its entry, before
// anything else, whether it was deferred.
//
// RUN: %emit -O0 %s | FileCheck %s --implicit-check-not=@defer_recover

#include <defer.h>

int log(int);

// CHECK-LABEL: define dso_local void @t(
// CHECK-NOT:     call
// CHECK:         [[TOKEN:%.+]] = call ptr @__defer_armed(ptr noundef @t)
// CHECK-NEXT:    store ptr [[TOKEN]], ptr %defer.token
// CHECK:         call i32 @log(
// CHECK:         [[TOKEN:%.+]] = load ptr, ptr %defer.token
// CHECK-NEXT:    call ptr @__defer_recover(ptr noundef [[TOKEN]])
// CHECK-NOT:     @__defer_armed(
// CHECK:         ret void
void t(int n) {
  log(n);
  defer_recover();
  if (n)
    defer_recover();
}

// In a function that defers as well: the block has its own exception, the
// function what armed it.
//
// CHECK-LABEL: define dso_local void @u(
// CHECK:         call ptr @__defer_armed(ptr noundef @u)
// CHECK:         call zeroext i1 @defer.frame
// CHECK:         call ptr @__defer_recover(
// CHECK-LABEL: define internal void @u.defer.0(
// CHECK-NOT:     @__defer_armed
// CHECK:         call ptr @__defer_recover(
void u(void) {
  defer { defer_recover(); }
  defer_recover();
}
