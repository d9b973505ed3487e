// D5: a loop made by goto. A variable that a jump passes begins with its block,
// or at the jump that enters that; one that none passes where it is declared.
//
// RUN: %emit -O0 %s | FileCheck %s --implicit-check-not='call ptr @defer.storage'

void f(int);

// CHECK-LABEL: define dso_local void @each(
// CHECK:       again:
// CHECK:         call void @f(i32 noundef 1)
// CHECK-NEXT:    [[EACH:%.+]] = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 4)
// CHECK-NEXT:    store ptr [[EACH]], ptr %k.storage
void each(int n) {
again: {
  f(1);
  int k = n;
  __builtin_defer { f(k); }
}
  if (n--)
    goto again;
}

// The jump in the block passes the declaration: k has been there all along.
//
// CHECK-LABEL: define dso_local void @past(
// CHECK:         store ptr null, ptr %k.storage
// CHECK:       again:
// CHECK-NEXT:    [[EACH:%.+]] = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 4)
// CHECK-NEXT:    store ptr [[EACH]], ptr %k.storage
// CHECK:         call void @f(i32 noundef 2)
void past(int n) {
again: {
  f(1);
  if (n == 3)
    goto past;
  int k = n;
past:
  __builtin_defer { f(k); }
}
  f(2);
  if (n--)
    goto again;
}

// The jump from outside enters the block, the one from inside does not.
//
// CHECK-LABEL: define dso_local void @into(
// CHECK:         call void @f(i32 noundef 1)
// CHECK-NEXT:    [[JUMP:%.+]] = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 4)
// CHECK-NEXT:    store ptr [[JUMP]], ptr %k.storage
// CHECK-NEXT:    br label %in
// CHECK:         [[ABOVE:%.+]] = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 4)
// CHECK-NEXT:    store ptr [[ABOVE]], ptr %k.storage
// CHECK:         call void @f(i32 noundef 3)
// CHECK-NEXT:    br label %in
void into(int n) {
  if (n) {
    f(1);
    goto in;
  }
  {
    f(2);
    int k = n;
  in:
    __builtin_defer { f(k); }
    if (n--) {
      f(3);
      goto in;
    }
  }
}

// A switch may enter by any of its cases.
//
// CHECK-LABEL: define dso_local void @cases(
// CHECK:       while.body:
// CHECK-NEXT:    [[SWITCH:%.+]] = call ptr @defer.storage.needs_fpass_plugin_LowerDefer_so(i64 noundef 4, i64 noundef 4)
// CHECK-NEXT:    store ptr [[SWITCH]], ptr %k.storage
// CHECK:         switch i32
void cases(int n) {
  while (n--)
    switch (n) {
      int k;
    case 1:
    case 2:
      k = n;
      __builtin_defer { f(k); }
    }
}
