// D5: an alignment that the source asks for is passed on.
//
// RUN: %emit -O0 %s | FileCheck %s

void h(int *);

// CHECK: call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 128)
void t(int n) {
  while (n--) {
    _Alignas(128) int k;
    __builtin_defer h(&k);
  }
}
