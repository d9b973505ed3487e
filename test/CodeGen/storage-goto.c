// D5: a loop made by goto; and a jump past the declaration finds storage too.
//
// RUN: %emit -O0 %s | FileCheck %s

void f(int);

// CHECK-LABEL: define dso_local void @t(
// CHECK:         [[FIRST:%.+]] = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 4)
// CHECK-NEXT:    store ptr [[FIRST]], ptr %k.storage
// CHECK:       again:
// CHECK:         [[EACH:%.+]] = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 4)
// CHECK-NEXT:    store ptr [[EACH]], ptr %k.storage
void t(int n) {
again: {
  if (n == 3)
    goto past;
  int k = n;
past:
  __builtin_defer { f(k); }
}
  if (n--)
    goto again;
}
