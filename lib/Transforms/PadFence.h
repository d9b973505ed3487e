//===-- PadFence.h - Landing pads that keep what they get ---*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's code generator has two errors that lose what the unwinder brings to a
// landing pad.
//
// LLVM 19 may move the first instructions of a pad to before the label that
// unwinders jump to, on x86: its live range shrinking takes the place behind
// the PHIs for the start of the block (llvm#114194, mended in LLVM 20). A
// function whose variables differ between its calls has such code.
//
//   before: %v = phi i32 [ 1, %a ], [ 2, %b ]
//           %p = landingpad { ptr, i32 } cleanup
//   after:  %v = phi i32 [ 1, %a ], [ 2, %b ]
//           %p = landingpad { ptr, i32 } cleanup
//           call void asm sideeffect "", ""()
//
// And its sinking after register allocation takes a pad for a block like
// others: a copy at the end of the invoke's block whose register nobody needs
// but the pad, for the exception, goes there, and is done when that has come
// (llvm#224802). Such copies are those for PHIs behind the invoke, when their
// values are kept in memory. They are not in its block if the edge has one.
//
//   before: invoke void @f() to label %join unwind label %pad
//   after:  invoke void @f() to label %edge unwind label %pad
//         edge:
//           call void asm sideeffect "", ""()
//           br label %join
//
// Nothing is moved across the empty assembly, and no block with it is empty; it
// costs no instruction.
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
