//===-- PadFence.cpp - Landing pads that keep their beginning -------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PadFence.h"

#include "Compat.h"
#include "RuntimeABI.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace defer {

static bool isFenced(const LandingPadInst &Pad) {
  auto *Call = dyn_cast<CallInst>(Pad.getNextNode());
  return Call && Call->isInlineAsm();
}

PreservedAnalyses DeferPadFencePass::run(Module &M, ModuleAnalysisManager &) {
  Function *Personality = M.getFunction(RuntimeABI::PersonalityName);
  if (!HoistsOutOfLandingPads || !Triple(M.getTargetTriple()).isX86() ||
      !Personality)
    return PreservedAnalyses::all();
  FunctionType *Type =
      FunctionType::get(Type::getVoidTy(M.getContext()), false);
  InlineAsm *Fence = InlineAsm::get(Type, "", "", /*hasSideEffects=*/true);
  bool Changed = false;
  for (Function &F : M) {
    if (!F.hasPersonalityFn() ||
        F.getPersonalityFn()->stripPointerCasts() != Personality)
      continue;
    for (BasicBlock &BB : F) {
      LandingPadInst *Pad = BB.getLandingPadInst();
      if (!Pad || isFenced(*Pad))
        continue;
      IRBuilder<> B(Pad->getNextNode());
      B.CreateCall(Type, Fence)->setDoesNotThrow();
      Changed = true;
    }
  }
  PreservedAnalyses Preserved;
  Preserved.preserveSet<CFGAnalyses>();
  return Changed ? Preserved : PreservedAnalyses::all();
}

} // namespace defer
