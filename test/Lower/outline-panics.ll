; 4.5: what raises a panic is in a function of its own, with its landing pads, where the
; normal path calls nothing and so needs no frame.
;
; RUN: %opt -S -passes=defer-outline-panics -verify-each %s | FileCheck %s
; RUN: %opt -S -passes='defer-outline-panics,defer-outline-panics' %s | FileCheck %s
; RUN: %opt -S -passes='default<O2>' %s | FileCheck %s --check-prefix=PIPELINE

; What it is given stays where it is, at no cost.
; CHECK-LABEL: define i64 @f(i64 %unused, i64 %n)
; CHECK-NOT:     personality
; CHECK:       entry:
; CHECK-NEXT:    %bad = icmp slt i64 %n, 0
; CHECK-NEXT:    br i1 %bad, label %raise, label %go, !prof
; CHECK:       raise:
; CHECK-NEXT:    [[R:%.+]] = tail call i64 @f.panics(i64 poison, i64 %n)
; CHECK-NEXT:    ret i64 [[R]]
; CHECK:       exit:
; CHECK-NEXT:    ret i64 %v
; CHECK-NOT:   landingpad
; CHECK:       define internal i64 @f.panics(i64 %0, i64 %n)
; CHECK-SAME:    #[[COLD:[0-9]+]]
; CHECK-SAME:    personality ptr @__defer_personality_v0
; CHECK:         invoke void @raise(i64 %n)
; CHECK-NEXT:            to label %[[GONE:.+]] unwind label %[[PAD:.+]]
; CHECK:       [[GONE]]:
; CHECK-NEXT:    unreachable
; CHECK:       [[PAD]]:
; CHECK-NEXT:    landingpad
; CHECK:         call void @__defer_unwind(
; CHECK-NEXT:    br label %[[EXIT:.+]]
; CHECK:       [[EXIT]]:
; CHECK-NEXT:    ret i64 0
; PIPELINE: tail call i64 @f.panics
; PIPELINE-NOT: landingpad
; PIPELINE: define internal i64 @f.panics
define i64 @f(i64 %unused, i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %go

raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad

gone:
  unreachable

go:
  %v = load i64, ptr @global
  br label %exit

pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit

exit:
  %r = phi i64 [ %v, %go ], [ 0, %pad ]
  ret i64 %r
}

; Two that share a pad; one has several ways in, and what they bring is an argument.
; CHECK-LABEL: define signext i8 @two(i32 %n, i8 signext %c, double %x)
; CHECK-NOT:     personality
; CHECK-NOT:     invoke
; CHECK:       first:
; CHECK-NEXT:    [[WHY:%.+]] = phi i64 [ 1, %entry ], [ 2, %next ]
; CHECK-NEXT:    [[R1:%.+]] = tail call signext i8 @two.panics(i32 poison, i8 signext poison, double %x, i64 [[WHY]])
; CHECK-NEXT:    ret i8 [[R1]]
; CHECK:       second:
; CHECK-NEXT:    [[R2:%.+]] = tail call signext i8 @two.panics.1(i32 poison, i8 signext %c, double %x)
; CHECK-NEXT:    ret i8 [[R2]]
; CHECK-NOT:   landingpad
; CHECK:       define internal signext i8 @two.panics.1(i32 %0, i8 signext %c, double %x)
; CHECK:         %own = alloca i64
; CHECK:         invoke void @raise(i64 3)
; CHECK:         landingpad
; CHECK:         store double %x, ptr %own
; CHECK:         call void @__defer_unwind(ptr %exception, ptr @steps, ptr %own)
; CHECK:         ret i8 %c
; CHECK:       define internal signext i8 @two.panics(i32 %0, i8 signext %1, double %x, i64 [[WHY:%why.*]])
; CHECK:         %own = alloca i64
; CHECK-NEXT:    store i64 [[WHY]], ptr %own
; CHECK-NEXT:    invoke void @raise(i64 [[WHY]])
; CHECK:         landingpad
; CHECK:         ret i8 7
define signext i8 @two(i32 %n, i8 signext %c, double %x) uwtable personality ptr @__defer_personality_v0 {
entry:
  %own = alloca i64
  switch i32 %n, label %next [ i32 7, label %first
                               i32 8, label %second ]

next:
  %zero = fcmp oeq double %x, 0.0
  br i1 %zero, label %first, label %exit

first:
  %why = phi i64 [ 1, %entry ], [ 2, %next ]
  store i64 %why, ptr %own
  invoke void @raise(i64 %why) noreturn
      to label %gone unwind label %pad

second:
  invoke void @raise(i64 3) noreturn
      to label %gone unwind label %pad

gone:
  unreachable

pad:
  %frame = phi ptr [ %own, %first ], [ %own, %second ]
  %v = phi i8 [ 7, %first ], [ %c, %second ]
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  store double %x, ptr %frame
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr %frame)
  br label %exit

exit:
  %r = phi i8 [ 1, %next ], [ %v, %pad ]
  ret i8 %r
}

; What only leads to a panic that others reach as well stays.
; CHECK-LABEL: define i64 @leaf(i64 %n)
; CHECK:       other:
; CHECK-NEXT:    br label %big
; CHECK:       big:
; CHECK-NEXT:    [[K:%.+]] = phi i64 [ 7, %other ], [ 8, %next ]
; CHECK-NEXT:    [[R:%.+]] = tail call i64 @leaf.panics{{.*}}(i64 [[K]])
; CHECK-NEXT:    ret i64 [[R]]
; CHECK-NOT:   landingpad
; CHECK:       define internal i64 @leaf.panics{{.*}}(i64 %k
; CHECK-NEXT:  big:
; CHECK-NEXT:    %frame = alloca [2 x i64]
; CHECK-NEXT:    invoke void @panic(i64 %k
; CHECK:         store i64 1, ptr %frame
; CHECK:         ret i64 1
; CHECK:       define internal i64 @leaf.panics{{.*}}(i64 %n
; CHECK-NEXT:  negative:
; CHECK-NEXT:    %frame = alloca [2 x i64]
; CHECK-NEXT:    invoke void @panic(i64 %n
; CHECK:         store i64 0, ptr %frame
; CHECK:         ret i64 0
define i64 @leaf(i64 %n) personality ptr @__defer_personality_v0 {
entry:
  %frame = alloca [2 x i64]
  %c = icmp slt i64 %n, 0
  br i1 %c, label %negative, label %next

negative:
  invoke void @panic(i64 %n)
      to label %never unwind label %pad

next:
  switch i64 %n, label %exit [
    i64 100, label %other
    i64 101, label %big
  ]

other:
  br label %big

big:
  %k = phi i64 [ 7, %other ], [ 8, %next ]
  invoke void @panic(i64 %k)
      to label %never unwind label %pad

never:
  unreachable

pad:
  %zero = phi i64 [ 0, %negative ], [ 1, %big ]
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  store i64 %zero, ptr %frame
  call void @__defer_unwind(ptr %e, ptr @steps, ptr %frame)
  br label %exit

exit:
  %r = phi i64 [ %n, %next ], [ %zero, %pad ]
  ret i64 %r
}

; Two pads in one function: what is computed for a panic, and may panic, goes with it.
; CHECK-LABEL: define i64 @argument(i64 %n)
; CHECK:       ask:
; CHECK-NEXT:    [[R:%.+]] = tail call i64 @argument.panics(i64 %n)
; CHECK-NEXT:    ret i64 [[R]]
; CHECK-NOT:   landingpad
; CHECK:       define internal i64 @argument.panics(i64 %n)
; CHECK:         invoke i64 @compute(i64 %n)
; CHECK:         invoke void @panic(i64 %why)
; CHECK:         phi i64 [ 1, %{{.+}} ], [ %why, %
define i64 @argument(i64 %n) personality ptr @__defer_personality_v0 {
entry:
  %c = icmp slt i64 %n, 0
  br i1 %c, label %ask, label %exit
ask:
  %why = invoke i64 @compute(i64 %n)
      to label %raise unwind label %pad
raise:
  invoke void @panic(i64 %why)
      to label %never unwind label %other
never:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %e = extractvalue { ptr, i32 } %p, 0
  call void @__defer_unwind(ptr %e, ptr @steps, ptr null)
  br label %join
other:
  %q = landingpad { ptr, i32 } cleanup
  %f = extractvalue { ptr, i32 } %q, 0
  call void @__defer_unwind(ptr %f, ptr @steps, ptr null)
  br label %join
join:
  %v = phi i64 [ 1, %pad ], [ %why, %other ]
  br label %exit
exit:
  %r = phi i64 [ 0, %entry ], [ %v, %join ]
  ret i64 %r
}

; What holds for the parameters does not hold for others.
; CHECK-LABEL: define noalias ptr @allocates(i64 %unused, i64 %size) #
; CHECK:         tail call noalias ptr @allocates.panics()
; CHECK:       define internal noalias ptr @allocates.panics() #[[COLD]]
define noalias ptr @allocates(i64 %unused, i64 %size) allocsize(1) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %size, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 0) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  %r = phi ptr [ @global, %entry ], [ null, %pad ]
  ret ptr %r
}

; A static function has a calling convention of LLVM's own.
; CHECK-LABEL: define internal fastcc void @static(
; CHECK:         tail call fastcc void @static.panics(i64 %n)
; CHECK:       define internal fastcc void @static.panics(i64 %n)
define internal fastcc void @static(i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}
define void @calls_static() {
  call fastcc void @static(i64 1)
  ret void
}

; What ends the program and has no pad stays.
; CHECK-LABEL: define void @ends(
; CHECK:         call void @abort()
; CHECK:         tail call void @ends.panics(i32 %n)
; CHECK-NEXT:    ret void
define void @ends(i32 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  switch i32 %n, label %exit [ i32 7, label %end
                               i32 8, label %raise ]
end:
  call void @abort()
  unreachable
raise:
  %wide = sext i32 %n to i64
  invoke void @raise(i64 %wide) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; Another pad stays, so nothing is won.
; CHECK-LABEL: define void @another(
; CHECK-COUNT-2: invoke
; CHECK:         landingpad
define void @another(i64 %n, i1 %c) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %go
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
go:
  br i1 %c, label %exit, label %calls
calls:
  invoke void @work()
      to label %exit unwind label %pad
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; A frame is needed anyhow.
; CHECK-LABEL: define void @calls(
; CHECK:         invoke
define void @calls(i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  call void @work()
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; A variable that deferred code may find must be there when it runs.
; CHECK-LABEL: define void @escapes(
; CHECK:         invoke
define void @escapes(i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %variable = alloca i64
  store ptr %variable, ptr @global
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; So must a parameter in memory.
; CHECK-LABEL: define void @in_memory(
; CHECK:         invoke
define void @in_memory(ptr byval(i64) %a, i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  store ptr %a, ptr @global
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; More than there are registers for.
; CHECK-LABEL: define void @seven(
; CHECK:         invoke
define void @seven(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f, i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; CHECK-LABEL: define void @wide(
; CHECK:         invoke
define void @wide(i128 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i128 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  %low = trunc i128 %n to i64
  invoke void @raise(i64 %low) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; It goes on when it has recovered.
; CHECK-LABEL: define void @goes_on(
; CHECK:         invoke
define void @goes_on(i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  store i64 0, ptr @global
  ret void
}

; CHECK-LABEL: define void @variadic(
; CHECK:         invoke
define void @variadic(i64 %n, ...) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; Its own frame is asked for.
; CHECK-LABEL: define void @asks(
; CHECK:         invoke
define void @asks(i64 %n) uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  %caller = call ptr @llvm.returnaddress(i32 0)
  %number = ptrtoint ptr %caller to i64
  invoke void @raise(i64 %number) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; CHECK-LABEL: define void @small(
; CHECK:         invoke
define void @small(i64 %n) minsize optsize uwtable personality ptr @__defer_personality_v0 {
entry:
  %bad = icmp slt i64 %n, 0
  br i1 %bad, label %raise, label %exit
raise:
  invoke void @raise(i64 %n) noreturn
      to label %gone unwind label %pad
gone:
  unreachable
pad:
  %p = landingpad { ptr, i32 } cleanup
  %exception = extractvalue { ptr, i32 } %p, 0
  notail call void @__defer_unwind(ptr %exception, ptr @steps, ptr null)
  br label %exit
exit:
  ret void
}

; CHECK: attributes #[[COLD]] = { cold noinline uwtable }

@steps = external global [1 x { i32, i32 }]
@global = external global i64
declare void @raise(i64)
declare void @work()
declare void @panic(i64) noreturn
declare i64 @compute(i64)
declare void @abort() noreturn nounwind
declare ptr @llvm.returnaddress(i32)
declare void @__defer_unwind(ptr, ptr, ptr)
declare i32 @__defer_personality_v0(...)
