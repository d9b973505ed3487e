//===-- PadFence.h - Landing pads that keep their beginning ---*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM 19's x86 code generator may move the first instructions of a landing pad
// to before the label that unwinders jump to: its live range shrinking takes
// the place behind the PHIs for the start of the block (llvm#114194, mended in
// LLVM 20). A deferred block that uses variables which differ between the calls
// of its function is such code, and would see what is in the registers.
//
//   before: %v = phi i32 [ 1, %a ], [ 2, %b ]
//           %p = landingpad { ptr, i32 } cleanup
//   after:  %v = phi i32 [ 1, %a ], [ 2, %b ]
//           %p = landingpad { ptr, i32 } cleanup
//           call void asm sideeffect "", ""()
//
// Nothing is moved across the empty assembly, and it costs no instruction.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_PADFENCE_H
#define DEFER_TRANSFORMS_PADFENCE_H

#include "llvm/IR/PassManager.h"

namespace defer {

/// `defer-pad-fence`: fences the landing pads of functions that have our
/// personality, where LLVM needs that. To be the last pass: what others do with
/// a pad they do to a plain one.
class DeferPadFencePass : public llvm::PassInfoMixin<DeferPadFencePass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

} // namespace defer

#endif // DEFER_TRANSFORMS_PADFENCE_H
