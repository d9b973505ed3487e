// Section 4.1: a function that defers: defer.frame at its entry, one defer.run before the
// return, to which every return statement leads.
//
// RUN: %emit -O0 %s | FileCheck %s

void g(void), work(void);

// CHECK-LABEL: define dso_local void @t(i32 noundef %n)
// CHECK:       entry:
// CHECK:         [[AGAIN:%.+]] = call zeroext i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr noundef null)
// CHECK-NEXT:    br i1 [[AGAIN]], label %[[RECOVERED:.+]], label %[[BODY:.+]]
// CHECK:       [[BODY]]:
// CHECK-NEXT:    br label %[[START:.+]]
// CHECK:       [[RECOVERED]]:
// CHECK-NEXT:    br label %defer.recovered
// CHECK:       [[START]]:
// CHECK-NEXT:    call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef @t.defer.0, ptr noundef null, i64 noundef 0, i64 noundef 1)
// CHECK:         br label %defer.exit
// CHECK:         call void @work()
// CHECK-NEXT:    br label %defer.exit
// CHECK:       defer.exit:
// CHECK-NEXT:    call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK-NEXT:    br label %defer.recovered
// CHECK:       defer.recovered:
// CHECK-NEXT:    ret void
// CHECK-NOT:   defer.run
void t(int n) {
  __builtin_defer g();
  if (n)
    return;
  work();
}

// Not every pass may do with them what it likes.
//
// CHECK-DAG: declare zeroext i1 @defer.frame.needs_fpass_plugin_LowerDefer_so(ptr noundef) [[FRAME:#[0-9]+]]
// CHECK-DAG: declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr noundef, ptr noundef, i64 noundef, i64 noundef) [[CALL:#[0-9]+]]
// CHECK-DAG: declare void @defer.run.needs_fpass_plugin_LowerDefer_so() [[CALL]]
// CHECK-DAG: attributes [[FRAME]] = { noduplicate nounwind returns_twice
// CHECK-DAG: attributes [[CALL]] = { noduplicate "
