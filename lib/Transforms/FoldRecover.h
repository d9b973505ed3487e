//===-- FoldRecover.h - Recovering without a panic ------------ -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A deferred block that recovers asks whether there is a panic, and stands in
// the exit chain as in the panic chain. In the first one it has been told that
// there is none: the call is null, and LLVM removes what would be done with a
// panic.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_FOLDRECOVER_H
#define DEFER_TRANSFORMS_FOLDRECOVER_H

#include "llvm/IR/PassManager.h"

namespace defer {

/// `defer-fold-recover`: after the lowering.
class DeferFoldRecoverPass : public llvm::PassInfoMixin<DeferFoldRecoverPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
};

} // namespace defer

#endif // DEFER_TRANSFORMS_FOLDRECOVER_H
