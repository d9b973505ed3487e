; Rules: 4.6
; Modes: `record` keeps everything in one list, so that the order is kept with no
; look at the graph; `auto` and `open-coded` take what can be.
;
; RUN: %opt -S -passes='lower-defer<mode=record>' %s | %lowered --check-prefix=RECORD %s
; RUN: %opt -S -passes='lower-defer<mode=auto>' %s | %lowered --check-prefix=OPEN %s --implicit-check-not=@__defer_allocate
; RUN: %opt -S -passes='lower-defer<mode=open-coded>' %s | %lowered --check-prefix=OPEN %s --implicit-check-not=@__defer_allocate
; RUN: %opt -S -passes='lower-defer<>' %s | %lowered --check-prefix=OPEN %s
; RUN: %opt -disable-output -passes='print<defer;mode=record>' %s 2>&1 | FileCheck --check-prefix=INFO %s
; RUN: %opt -disable-output -passes='lower-defer<mode=record>' -pass-remarks-missed=lower-defer %s 2>&1 | FileCheck --check-prefix=MISSED %s
; RUN: %opt -disable-output -passes=lower-defer -pass-remarks=lower-defer %s 2>&1 | FileCheck --check-prefix=REMARK %s

; INFO:      component 0: records, as the mode says
; INFO-NEXT:   site
; INFO-NEXT:   site
; INFO-NEXT: run in block %0: pending {0?}

; MISSED-COUNT-2: deferred call is pushed at run time: mode=record says so
; REMARK-COUNT-2: deferred call is open-coded: it runs once at most

; RECORD-LABEL: define void @f()
; RECORD:         [[LIST:%.+]] = alloca { ptr, ptr, ptr, ptr }
; RECORD-NOT:     alloca {
; RECORD:         call ptr @__defer_allocate(ptr [[LIST]],
; RECORD:         call ptr @__defer_allocate(ptr [[LIST]],
; RECORD:         invoke void @__defer_drain(ptr [[LIST]], ptr null)

; OPEN-LABEL: define void @f()
; OPEN:         invoke void @second(ptr null, ptr null)
; OPEN:         call void @first(ptr null, ptr null)
define void @f() {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @first, ptr null, i64 0, i64 1)
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr @second, ptr null, i64 0, i64 1)
  call void @defer.run.needs_fpass_plugin_LowerDefer_so()
  ret void
}

declare void @first(ptr, ptr)
declare void @second(ptr, ptr)
declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()
