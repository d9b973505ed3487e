//===-- LowerDefer.h - Lower defer to exit chains and records - -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_LOWERDEFER_H
#define DEFER_TRANSFORMS_LOWERDEFER_H

#include "DeferInfo.h"

namespace defer {

/// `lower-defer<mode=auto|open-coded|record>`: replaces every defer intrinsic
/// of a module. A module without any is left as it is, so the pass may run
/// twice. Malformed use is reported as an error through the LLVMContext.
/// Without a mode the front end's is taken, or else auto.
class LowerDeferPass : public llvm::PassInfoMixin<LowerDeferPass> {
public:
  explicit LowerDeferPass(std::optional<LoweringMode> Mode) : Mode(Mode) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  /// The intrinsics mean something at -O0 and in optnone functions too.
  static bool isRequired() { return true; }

private:
  std::optional<LoweringMode> Mode;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_LOWERDEFER_H
