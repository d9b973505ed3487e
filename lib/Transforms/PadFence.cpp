//===-- PadFence.cpp - Landing pads that keep what they get ---------------===//
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
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

using namespace llvm;

namespace defer {

static bool isFenced(const LandingPadInst &Pad) {
  auto *Call = dyn_cast<CallInst>(Pad.getNextNode());
  return Call && Call->isInlineAsm();
}

static void fence(Instruction *Before) {
  LLVMContext &Context = Before->getContext();
  FunctionType *Type = FunctionType::get(Type::getVoidTy(Context), false);
  InlineAsm *Fence = InlineAsm::get(Type, "", "", /*hasSideEffects=*/true);
  IRBuilder<> B(Before);
  B.CreateCall(Type, Fence)->setDoesNotThrow();
}

/// Keeps the start of pads where it is.
static bool fencePads(Function &F) {
  bool Changed = false;
  for (BasicBlock &BB : F) {
    LandingPadInst *Pad = BB.getLandingPadInst();
    if (!Pad || isFenced(*Pad))
      continue;
    fence(Pad->getNextNode());
    Changed = true;
  }
  return Changed;
}

/// Keeps copies for PHIs out of the blocks of invokes. Only a pad that is that
/// of one invoke is in danger.
static bool fenceEdges(Function &F) {
  SmallVector<InvokeInst *, 8> Invokes;
  for (BasicBlock &BB : F)
    if (auto *Invoke = dyn_cast<InvokeInst>(BB.getTerminator());
        Invoke && !Invoke->getNormalDest()->getSinglePredecessor() &&
        !Invoke->getNormalDest()->phis().empty() &&
        Invoke->getUnwindDest()->getSinglePredecessor())
      Invokes.push_back(Invoke);
  for (InvokeInst *Invoke : Invokes)
    if (BasicBlock *Edge = SplitCriticalEdge(Invoke, /*SuccNum=*/0))
      fence(Edge->getTerminator());
  return !Invokes.empty();
}

PreservedAnalyses DeferPadFencePass::run(Module &M, ModuleAnalysisManager &) {
  bool MayHoist = HoistsOutOfLandingPads && Triple(M.getTargetTriple()).isX86();
  bool Changed = false;
  for (Function &F : M) {
    if (!RuntimeABI::hasPersonality(F))
      continue;
    if (MayHoist)
      Changed |= fencePads(F);
    if (SinksIntoLandingPads && !F.hasOptNone())
      Changed |= fenceEdges(F);
  }
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace defer
