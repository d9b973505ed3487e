// D5: a variable of a loop's body whose address deferred code has is one variable
// for each iteration: storage is asked for where it is declared.
//
// RUN: %emit -O0 %s | FileCheck %s --implicit-check-not='call ptr @defer.storage'

void f(int), h(int *);

// CHECK-LABEL: define dso_local void @loop(
// CHECK:         %k.storage = alloca ptr
// CHECK:       for.body:
// CHECK:         [[STORAGE:%.+]] = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 4)
// CHECK-NEXT:    store ptr [[STORAGE]], ptr %k.storage
// CHECK-NEXT:    [[K:%.+]] = load ptr, ptr %k.storage
// CHECK-NEXT:    store ptr [[K]], ptr %k{{,|$}}
// CHECK:         [[K:%.+]] = load ptr, ptr %k.storage
// CHECK:         store i32 {{.*}}, ptr [[K]]
// CHECK:         [[K:%.+]] = load ptr, ptr %k.storage
// CHECK:         store ptr [[K]], ptr %a0
// CHECK:         call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @loop.defer.0,
// CHECK:         store i32 3, ptr %unseen
void loop(int n) {
  for (int i = 0; i < n; i++) {
    int k = i;
    __builtin_defer { f(k + i); }
    int unseen = 3;
    f(unseen);
  }
}

// CHECK-LABEL: define dso_local void @address(
// CHECK:         call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 40, i64 noundef {{[0-9]+}})
void address(int n) {
  while (n--) {
    int a[10];
    __builtin_defer h(a);
  }
}

// CHECK-LABEL: define dso_local void @literal(
// CHECK:         call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 8, i64 noundef 4)
void literal(int n) {
  while (n--)
    __builtin_defer h((int[2]){n});
}

// A value that is frozen needs none.
//
// CHECK-LABEL: define dso_local void @value(
void value(int n) {
  while (n--) {
    int k = n;
    __builtin_defer f(k);
  }
}

// Nor does a variable outside of loops.
//
// CHECK-LABEL: define dso_local void @once(
void once(int n) {
  {
    int k = n;
    __builtin_defer { f(k); }
    __builtin_defer h(&k);
  }
}
