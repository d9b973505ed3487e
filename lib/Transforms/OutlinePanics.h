//===-- OutlinePanics.h - Panics in functions of their own ---- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM gives a function its frame at the entry as soon as it has a landing pad.
// One that calls nothing unless it panics would do without: so what raises the
// panic, and what is done when it was recovered, become a function that ends
// this one.
//
//   before:                                 after:
//     br %bad, %raise, %go                    br %bad, %raise, %go
//   raise:                                  raise:
//     invoke @defer_panic_at(...)             %r = tail call @f.panics(%n)
//         to label %x unwind label %pad       ret %r
//   go:                                     go:
//     br %exit                                br %exit
//   pad:                                    exit:
//     %p = landingpad cleanup                 ret %v
//     call @__defer_unwind(...)
//     br %exit                              f.panics(%n):
//   exit:                                     invoke @defer_panic_at(...)
//     %r = phi [ %v, %go ], [ 0, %pad ]           to label %x unwind label %pad
//     ret %r                                pad:
//                                             ...
//                                             ret 0
//
// A panic that no deferred call may recover is never gone on from. LLVM gives a
// frame to that alone if it has passes of ours (CodeGen/SplitInvokes.h).
//
// That it is another frame which lands, and returns to the same caller, nobody
// can tell: there is no alloca in the first one, and a back trace calls both f.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_OUTLINEPANICS_H
#define DEFER_TRANSFORMS_OUTLINEPANICS_H

#include "llvm/IR/PassManager.h"

namespace defer {

/// `defer-outline-panics`, `defer-outline-panics<shrink-wrap>`: for the end of
/// the pipeline, when nobody inlines any more, and before the pads are seen to.
class DeferOutlinePanicsPass
    : public llvm::PassInfoMixin<DeferOutlinePanicsPass> {
public:
  /// \p ShrinkWraps: whether LLVM does without it where nothing goes on.
  explicit DeferOutlinePanicsPass(bool ShrinkWraps)
      : ShrinkWraps(ShrinkWraps) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);

private:
  bool ShrinkWraps;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_OUTLINEPANICS_H
