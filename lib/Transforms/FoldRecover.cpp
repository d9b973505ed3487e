//===-- FoldRecover.cpp - Recovering without a panic ----------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FoldRecover.h"

#include "RuntimeABI.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace defer {

PreservedAnalyses DeferFoldRecoverPass::run(Module &M,
                                            ModuleAnalysisManager &) {
  Function *Recover = M.getFunction(RuntimeABI::RecoverName);
  if (!Recover || !Recover->isDeclaration())
    return PreservedAnalyses::all();
  bool Changed = false;
  for (User *U : make_early_inc_range(Recover->users())) {
    auto *Call = dyn_cast<CallInst>(U);
    if (!Call || Call->getCalledOperand() != Recover || Call->arg_size() != 1 ||
        !isa<ConstantPointerNull>(Call->getArgOperand(0)) ||
        !Call->getType()->isPointerTy() || Call->isMustTailCall() ||
        Call->getFunction()->hasOptNone())
      continue;
    Call->replaceAllUsesWith(Constant::getNullValue(Call->getType()));
    Call->eraseFromParent();
    Changed = true;
  }
  if (!Changed)
    return PreservedAnalyses::all();
  PreservedAnalyses PA;
  PA.preserveSet<CFGAnalyses>();
  return PA;
}

} // namespace defer
