; Rules: 4.1, 4.6
; A parameter that the pass does not know ends opt, as with LLVM's own passes.
;
; RUN: not %opt -disable-output -passes='lower-defer<mode=fast>' %s 2>&1 | FileCheck --check-prefix=MODE %s
; RUN: not %opt -disable-output -passes='lower-defer<fast>' %s 2>&1 | FileCheck --check-prefix=NAME %s
; RUN: not %opt -disable-output -passes='print<defer;mode=>' %s 2>&1 | FileCheck --check-prefix=EMPTY %s
; RUN: not %opt -disable-output -passes='lower-defer<' %s 2>&1 | FileCheck --check-prefix=SYNTAX %s
; RUN: not %opt -disable-output -passes='lower-deferred' %s 2>&1 | FileCheck --check-prefix=SYNTAX %s
; MODE: invalid parameter 'fast' of a defer pass: it takes mode=auto, mode=open-coded or mode=record
; MODE-NOT: Stack
; NAME: invalid parameter 'fast' of a defer pass
; EMPTY: invalid parameter '' of a defer pass
; SYNTAX: {{unknown pass name|invalid pipeline}}

define void @f() {
  ret void
}
