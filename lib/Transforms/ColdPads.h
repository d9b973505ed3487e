//===-- ColdPads.h - Panics that cost the normal path nothing -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What LLVM makes of a landing pad that several calls share is paid by the
// calls: a PHI in the pad has its value in one place whichever call unwinds, so
// it is put there before each call. Here each call that brings another value
// gets a pad of its own, and the PHI moves behind the pads.
//
//   before:                               after:
//     invoke @f() ... unwind %pad           invoke @f() ... unwind %pad.a
//     invoke @g() ... unwind %pad           invoke @g() ... unwind %pad.b
//   pad:                                  pad.a:
//     %v = phi [ 0, ... ], [ %r, ... ]      %a = landingpad cleanup
//     %p = landingpad cleanup               br %pad
//                                         pad.b:
//                                           %b = landingpad cleanup
//                                           br %pad
//                                         pad:
//                                           %v = phi [ 0, %pad.a ], [ %r, ...
//                                           %p = phi [ %a, %pad.a ], [ %b, ...
//
// What is cheap to compute is computed behind the pads again, rather than kept
// for them, and what a panic does not ask for is not kept (PanicWords.h). All
// of it may go to a section for unlikely code.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_COLDPADS_H
#define DEFER_TRANSFORMS_COLDPADS_H

#include "llvm/IR/PassManager.h"

namespace defer {

/// `defer-cold-pads`, `defer-cold-pads<split>`: for the end of the pipeline,
/// when nobody merges the pads again.
class DeferColdPadsPass : public llvm::PassInfoMixin<DeferColdPadsPass> {
public:
  /// \p Split: the code generator splits functions by their profile
  /// (-fsplit-machine-functions), and is to split these.
  explicit DeferColdPadsPass(bool Split) : Split(Split) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);

private:
  bool Split;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_COLDPADS_H
