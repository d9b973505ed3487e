//===-- ColdPads.cpp - Panics that cost the normal path nothing -----------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ColdPads.h"

#include "Compat.h"
#include "CopiedValue.h"
#include "NormalPath.h"
#include "PadNumbers.h"
#include "PanicTable.h"
#include "PanicWords.h"
#include "RuntimeABI.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/BlockFrequencyInfo.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace defer {

/// Splits \p Pad until its PHIs, and those of its parts, have one value each.
static void splitPad(BasicBlock *Pad) {
  while (isa<PHINode>(Pad->front())) {
    // The ways in that bring what the first one brings, and the others.
    SmallVector<BasicBlock *, 8> Same, Others;
    auto *First = cast<PHINode>(&Pad->front());
    for (BasicBlock *Way : First->blocks()) {
      bool IsSame = all_of(Pad->phis(), [&](PHINode &Phi) {
        return Phi.getIncomingValueForBlock(Way) ==
               Phi.getIncomingValueForBlock(First->getIncomingBlock(0));
      });
      (IsSame ? Same : Others).push_back(Way);
    }
    if (Others.empty())
      break;
    SmallVector<BasicBlock *, 2> New;
    SplitLandingPadPredecessors(Pad, Same, ".one", ".rest", New);
    Pad = New[1];
  }
}

/// Whether \p I is easily computed again, from one value or none.
static bool isCheap(const Instruction &I) {
  if (!isa<BinaryOperator, CastInst, CmpInst, GetElementPtrInst, FreezeInst>(
          I) ||
      !isSafeToSpeculativelyExecute(&I))
    return false;
  return count_if(I.operands(),
                  [](const Value *V) { return !isa<Constant>(V); }) <= 1;
}

/// Computes anew in panics what is cheap, so that the normal path does not keep
/// it for them: a condition is a flag there, and not a number.
static void sinkIntoPanics(Function &F, const BlockSet &NormalBlocks) {
  constexpr unsigned MostCopied = 4;
  auto FindChain = [&](Value *V) {
    SmallVector<Instruction *, MostCopied> Chain;
    while (auto *I = dyn_cast<Instruction>(V)) {
      if (!NormalBlocks.contains(I->getParent()) || !isCheap(*I) ||
          Chain.size() == MostCopied)
        break;
      Chain.push_back(I);
      auto *Operand = find_if(I->operands(),
                              [](const Value *V) { return !isa<Constant>(V); });
      if (Operand == I->op_end())
        break;
      V = *Operand;
    }
    return Chain;
  };
  for (BasicBlock &BB : F) {
    if (NormalBlocks.contains(&BB))
      continue;
    for (Instruction &I : make_early_inc_range(BB))
      for (Use &U : I.operands()) {
        auto *Phi = dyn_cast<PHINode>(&I);
        if (Phi && NormalBlocks.contains(Phi->getIncomingBlock(U)))
          continue;
        Instruction *Before =
            Phi ? Phi->getIncomingBlock(U)->getTerminator() : &I;
        Instruction *User = nullptr;
        for (Instruction *Link : FindChain(U)) {
          Instruction *Copy = Link->clone();
          Copy->insertBefore(*Before->getParent(), Before->getIterator());
          Copy->dropLocation();
          if (User)
            User->replaceUsesOfWith(Link, Copy);
          else
            U.set(Copy);
          User = Before = Copy;
        }
      }
  }
}

/// Copies what all of many pads lead to, for parts of them. What a value costs
/// LLVM's code generator that has thousands of places where it comes from is
/// quadratic in their number.
static void divideUnwind(CallBase &Call) {
  constexpr unsigned Most = 64, MostCopied = 32;
  BasicBlock *BB = Call.getParent();
  auto *Front = dyn_cast<PHINode>(&BB->front());
  if (!Front || Front->getNumIncomingValues() < 2 * Most ||
      BB->size() > MostCopied)
    return;
  for (Instruction &I : *BB) {
    if (isa<CallBase>(I) && &I != &Call)
      return;
    for (Use &U : I.uses()) {
      auto *Phi = dyn_cast<PHINode>(U.getUser());
      if (cast<Instruction>(U.getUser())->getParent() != BB &&
          !(Phi && Phi->getIncomingBlock(U) == BB))
        return;
    }
  }
  SmallSetVector<BasicBlock *, 16> Before(Front->block_begin(),
                                          Front->block_end());
  for (unsigned Begin = Most; Begin < Before.size(); Begin += Most) {
    ArrayRef<BasicBlock *> Part = Before.getArrayRef().slice(
        Begin, std::min<size_t>(Most, Before.size() - Begin));
    ValueToValueMapTy Map;
    BasicBlock *Copy = CloneBasicBlock(BB, Map, ".more", BB->getParent());
    Copy->moveAfter(BB);
    for (PHINode &Phi : Copy->phis())
      Phi.removeIncomingValueIf([&](unsigned) { return true; },
                                /*DeletePHIIfEmpty=*/false);
    for (auto [Old, New] : zip(BB->phis(), Copy->phis()))
      for (BasicBlock *Way : Part)
        New.addIncoming(Old.removeIncomingValue(Way), Way);
    remapInstructionsInBlocks(Copy, Map);
    for (BasicBlock *Way : Part)
      Way->getTerminator()->replaceSuccessorWith(BB, Copy);
    for (BasicBlock *Next : successors(Copy))
      addWayOfCopy(*Next, *BB, *Copy, Map);
  }
}

/// A number of entries, as from a profile, with which \p NormalBlocks come out
/// as executed, and no others; or 0.
static uint64_t chooseEntryCount(Function &F, const BlockSet &NormalBlocks,
                                 const BlockFrequencyInfo &Frequencies) {
  constexpr unsigned Rare = 24;
  uint64_t Entry = Frequencies.getEntryFreq().getFrequency();
  uint64_t Least = Entry, Most = 0;
  for (const BasicBlock &BB : F) {
    uint64_t Frequency = Frequencies.getBlockFreq(&BB).getFrequency();
    if (!NormalBlocks.count(&BB))
      Most = std::max(Most, Frequency);
    else if (Frequency > Entry >> Rare)
      Least = std::min(Least, Frequency);
  }
  uint64_t Count = divideCeil(Entry, std::max<uint64_t>(Least, 1));
  // Counts are rounded to the nearest.
  return Most <= Entry / Count / 4 ? Count : 0;
}

/// Whether LLVM's block placement is to see the entry count of \p F, too. With
/// one it takes what is rare out of loops, which is what a loop that pushes
/// records wants for the case of a full chunk; but it also believes in branches
/// whose probabilities are guesses.
static bool isPlacedByProfile(Function &F) {
  return !HasCodeGenPasses ||
         !RuntimeABI::findCalls(F, RuntimeABI::AllocateName).empty();
}

/// Has LLVM's MachineFunctionSplitter move what only panics reach to a section
/// for unlikely code. It goes by profiles, or takes all pads of all functions.
static void splitOff(Function &F, const BlockSet &NormalBlocks,
                     FunctionAnalysisManager &FAM) {
  if (F.hasProfileData(/*IncludeSynthetic=*/true) || F.hasOptSize() ||
      F.hasSection() || F.hasFnAttribute(Attribute::Cold))
    return;
  MDNode *Never = MDBuilder(F.getContext())
                      .createBranchWeights(1u << 31, /*FalseWeight=*/0);
  for (BasicBlock &BB : F)
    if (auto *Invoke = dyn_cast<InvokeInst>(BB.getTerminator()))
      Invoke->setMetadata(LLVMContext::MD_prof, Never);
  FAM.invalidate(F, PreservedAnalyses::none());
  if (uint64_t Count = chooseEntryCount(
          F, NormalBlocks, FAM.getResult<BlockFrequencyAnalysis>(F)))
    F.setEntryCount(Count, isPlacedByProfile(F) ? Function::PCT_Real
                                                : Function::PCT_Synthetic);
}

PreservedAnalyses DeferColdPadsPass::run(Module &M,
                                         ModuleAnalysisManager &MAM) {
  auto &FAM = MAM.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager();
  bool Changed = false;
  for (Function &F : M) {
    if (!RuntimeABI::hasPersonality(F) || F.hasOptNone() || F.hasMinSize())
      continue;
    SmallVector<BasicBlock *, 8> Pads;
    for (BasicBlock &BB : F)
      if (BB.isLandingPad())
        Pads.push_back(&BB);
    if (Pads.empty())
      continue;
    for (BasicBlock *Pad : Pads)
      splitPad(Pad);
    PanicTable::merge(F);
    dropUnusedWords(F);
    numberPads(F);
    BlockSet NormalBlocks = findNormalBlocks(F);
    sinkIntoPanics(F, NormalBlocks);
    for (CallBase *Call : RuntimeABI::findUnwinds<CallBase>(F))
      divideUnwind(*Call);
    if (Split) {
      removeLastBlocks(NormalBlocks);
      splitOff(F, NormalBlocks, FAM);
    }
    Changed = true;
  }
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace defer
