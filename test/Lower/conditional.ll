; Rules: 4.3
; A site that may have run or not: one bit for it alone, set where it stands and
; cleared before its call. In a panic the run-time gets it, and tests it: step 0 asks for
; bit 0 (0x17 is a test whose next step is the one behind it) and goes to step 2 if it is
; clear.
;
; RUN: %lower %s | %lowered %s
; RUN: %opt -S -passes=lower-defer,sroa %s | %lowered --check-prefix=SSA %s --implicit-check-not=alloca

; CHECK: @f.panic = private unnamed_addr constant [3 x { i32, i32 }]
; CHECK-SAME: [{ i32, i32 } { i32 2, i32 23 },
; CHECK-SAME: @second to i64), {{.*}} to i32), i32 16 },
; CHECK-SAME: @first to i64), {{.*}} to i32), i32 0 }]

; CHECK-LABEL: define void @f(i1 %c)
; CHECK-NEXT:  entry:
; CHECK-NEXT:    [[BIT:%.+]] = alloca i1
; CHECK-NEXT:    store i1 false, ptr [[BIT]]
; CHECK-NOT:     store
; CHECK:       site:
; CHECK-NEXT:    store i1 true, ptr [[BIT]]
; CHECK-NOT:     store
; CHECK:       defer.call:
; CHECK-NEXT:    invoke void @third(ptr null, ptr null)
; CHECK-NEXT:            to label %[[TEST:.+]] unwind label %[[PAD:.+]]
; CHECK:       [[TEST]]:
; CHECK-NEXT:    [[PENDING:%.+]] = load i1, ptr [[BIT]]
; CHECK-NEXT:    br i1 [[PENDING]], label %[[SECOND:.+]], label %[[FIRST:.+]]
; CHECK:       [[SECOND]]:
; CHECK:         invoke void @second(ptr null, ptr null)
; CHECK-NEXT:            to label %[[FIRST]] unwind
; CHECK:       [[FIRST]]:
; CHECK-NEXT:    call void @first(ptr null, ptr null)
; CHECK:       defer.unwind:
; CHECK-NEXT:    [[STEP:%.+]] = phi ptr
; CHECK-DAG:     [ @f.panic, %[[PAD]] ]
; CHECK-DAG:     [ getelementptr inbounds ({{.*}} @f.panic, {{.*}} i32 2), %
; CHECK:         [[PENDING:%.+]] = load i1, ptr [[BIT]]
; CHECK-NEXT:    [[WORD:%.+]] = zext i1 [[PENDING]] to i64
; CHECK:         notail call { i64, i64 } @__defer_unwind_words(ptr {{%.+}}, ptr [[STEP]], i64 {{%.+}}, i64 poison
; CHECK-NOT:     alloca

; SSA-LABEL: define void @f(i1 %c)
; SSA:         phi i1
define void @f(i1 %c) {
entry:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  br i1 %c, label %site, label %join

site:
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  br label %join

join:
  call void @work()
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @third, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @work()
declare dso_local void @first(ptr, ptr)
declare dso_local void @second(ptr, ptr)
declare dso_local void @third(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
