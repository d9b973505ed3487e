//===-- OutlinePanics.h - Functions that seldom panic --------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A small function that only calls something to panic needs no frame on its
// normal path, but LLVM does not move a prologue past landing pads. So what
// panics, and the pads, become a function of their own, to which it jumps:
//
//   before:                                 after:
//     br i1 %bad, label %panic, ...           br i1 %bad, label %panic, ...
//   panic:                                  panic:
//     invoke void @defer_panicf_at(i64 %i)    %r = tail call i64 @f.panics(%i)
//         to label %never unwind label %pad   ret i64 %r
//   pad:
//     ...
//     call void @__defer_unwind(...)
//     br label %return
//   return:
//     %v = phi i64 [ 0, %pad ], ...
//     ret i64 %v
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_OUTLINEPANICS_H
#define DEFER_TRANSFORMS_OUTLINEPANICS_H

#include "llvm/IR/PassManager.h"

namespace defer {

/// `defer-outline-panics`: for functions that have our personality and whose
/// pads are all those of calls that do not return. At the end of the pipeline.
class DeferOutlinePanicsPass
    : public llvm::PassInfoMixin<DeferOutlinePanicsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
};

} // namespace defer

#endif // DEFER_TRANSFORMS_OUTLINEPANICS_H
