//===-- ThreadInvokes.cpp - Jump threading past invokes -------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ThreadInvokes.h"

#include "CopiedValue.h"
#include "RuntimeABI.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/CFG.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace defer {
namespace {

/// As many as LLVM's JumpThreading copies.
constexpr unsigned MostCopied = 6;
/// How far back conditions are looked for.
constexpr unsigned MostBlocks = 8;

/// Two blocks, the first of which has an invoke that leads to the second, whose
/// branch goes one way or the other as the first was reached.
class Thread {
public:
  /// \p Headers: blocks that an edge leads back to.
  bool find(BasicBlock &BB, const SmallPtrSetImpl<const BasicBlock *> &Headers);
  void apply();

private:
  std::optional<bool> getCondition(BasicBlock *Way) const;

  BasicBlock *First = nullptr, *Second = nullptr;
  InvokeInst *Invoke = nullptr;
  BranchInst *Branch = nullptr;
  SmallVector<BasicBlock *, 4> WaysIfTrue;
  ValueToValueMapTy Map;
};

} // namespace

/// Whether there may be two of what is in \p BB, and it is little.
static bool canCopy(const BasicBlock &BB) {
  unsigned Count = 0;
  for (const Instruction &I : BB) {
    if (isa<PHINode, DbgInfoIntrinsic>(I))
      continue;
    auto *Call = dyn_cast<CallBase>(&I);
    if (++Count > MostCopied || I.getType()->isTokenTy() ||
        (Call && (Call->cannotDuplicate() || Call->isConvergent())))
      return false;
  }
  return true;
}

/// What the branch's condition is where \p Way leads to the first block.
std::optional<bool> Thread::getCondition(BasicBlock *Way) const {
  Value *Condition = Branch->getCondition();
  if (auto *Phi = dyn_cast<PHINode>(Condition);
      Phi && Phi->getParent() == First)
    Condition = Phi->getIncomingValueForBlock(Way);
  if (auto *C = dyn_cast<ConstantInt>(Condition))
    return C->isOne();
  if (auto *I = dyn_cast<Instruction>(Condition);
      I && (I->getParent() == First || I->getParent() == Second))
    return std::nullopt;
  // By a branch that was taken on the way.
  const DataLayout &Layout = First->getModule()->getDataLayout();
  BasicBlock *To = First;
  for (unsigned I = 0; Way && I != MostBlocks; ++I) {
    auto *Earlier = dyn_cast<BranchInst>(Way->getTerminator());
    if (Earlier && Earlier->isConditional() &&
        Earlier->getSuccessor(0) != Earlier->getSuccessor(1))
      if (std::optional<bool> Implied =
              isImpliedCondition(Earlier->getCondition(), Condition, Layout,
                                 Earlier->getSuccessor(0) == To))
        return Implied;
    To = Way;
    Way = Way->getSinglePredecessor();
  }
  return std::nullopt;
}

bool Thread::find(BasicBlock &BB,
                  const SmallPtrSetImpl<const BasicBlock *> &Headers) {
  First = &BB;
  Invoke = dyn_cast<InvokeInst>(BB.getTerminator());
  if (!Invoke || BB.isEHPad() || BB.isEntryBlock() || BB.hasAddressTaken())
    return false;
  Second = Invoke->getNormalDest();
  Branch = dyn_cast<BranchInst>(Second->getTerminator());
  if (!Branch || !Branch->isConditional() || !Second->getSinglePredecessor() ||
      Branch->getSuccessor(0) == Branch->getSuccessor(1) ||
      Headers.contains(First) || Headers.contains(Second) || !canCopy(*First) ||
      !canCopy(*Second))
    return false;
  SmallSetVector<BasicBlock *, 4> Ways(pred_begin(First), pred_end(First));
  for (BasicBlock *Way : Ways) {
    if (isa<IndirectBrInst, CallBrInst>(Way->getTerminator()))
      return false;
    std::optional<bool> Condition = getCondition(Way);
    if (!Condition)
      return false;
    if (*Condition)
      WaysIfTrue.push_back(Way);
  }
  return !WaysIfTrue.empty() && WaysIfTrue.size() < Ways.size();
}

void Thread::apply() {
  BasicBlock *Way = SplitBlockPredecessors(First, WaysIfTrue, ".thread",
                                           (DominatorTree *)nullptr);
  for (PHINode &Phi : First->phis())
    Map[&Phi] = Phi.getIncomingValueForBlock(Way);
  Function *F = First->getParent();
  auto Copy = [&](BasicBlock *BB) {
    BasicBlock *New =
        BasicBlock::Create(F->getContext(), BB->getName() + ".thread", F, BB);
    for (Instruction &I : *BB) {
      if (isa<PHINode>(I))
        continue;
      Instruction *Again = I.clone();
      Again->insertInto(New, New->end());
      if (!I.getType()->isVoidTy())
        Again->setName(I.getName());
      RemapInstruction(Again, Map,
                       RF_NoModuleLevelChanges | RF_IgnoreMissingLocals);
      Map[&I] = Again;
    }
    return New;
  };
  // A PHI of the second block stands for what the first one has.
  FoldSingleEntryPHINodes(Second);
  BasicBlock *NewFirst = Copy(First), *NewSecond = Copy(Second);
  cast<InvokeInst>(NewFirst->getTerminator())->setNormalDest(NewSecond);
  Way->getTerminator()->replaceSuccessorWith(First, NewFirst);

  addWayOfCopy(*Invoke->getUnwindDest(), *First, *NewFirst, Map);
  BasicBlock *IfTrue = Branch->getSuccessor(0);
  BasicBlock *IfFalse = Branch->getSuccessor(1);
  addWayOfCopy(*IfTrue, *Second, *NewSecond, Map);

  First->removePredecessor(Way, /*KeepOneInputPHIs=*/true);
  auto Settle = [](BasicBlock *BB, BasicBlock *To) {
    Instruction *Old = BB->getTerminator();
    BranchInst *New = BranchInst::Create(To, Old->getIterator());
    New->setDebugLoc(Old->getDebugLoc());
    Old->eraseFromParent();
  };
  Settle(NewSecond, IfTrue);
  IfTrue->removePredecessor(Second, /*KeepOneInputPHIs=*/true);
  Settle(Second, IfFalse);

  for (BasicBlock *BB : {First, Second})
    for (Instruction &I : *BB) {
      // What an invoke returns is there behind it.
      bool IsResult = &I == Invoke;
      useCopy(I, IsResult ? Second : BB, Map.lookup(&I),
              IsResult || BB == Second ? NewSecond : NewFirst);
    }
  if (First->getSinglePredecessor())
    FoldSingleEntryPHINodes(First);
}

static bool threadInvokes(Function &F) {
  SmallVector<std::pair<const BasicBlock *, const BasicBlock *>, 8> Back;
  FindFunctionBackedges(F, Back);
  SmallPtrSet<const BasicBlock *, 8> Headers;
  for (auto [From, To] : Back)
    Headers.insert(To);
  SmallVector<BasicBlock *, 16> Blocks;
  for (BasicBlock &BB : F)
    Blocks.push_back(&BB);
  bool Changed = false;
  for (BasicBlock *BB : Blocks) {
    Thread T;
    if (!T.find(*BB, Headers))
      continue;
    T.apply();
    Changed = true;
  }
  return Changed;
}

PreservedAnalyses DeferThreadInvokesPass::run(Module &M,
                                              ModuleAnalysisManager &) {
  bool Changed = false;
  for (Function &F : M)
    // What a debugger is told of values is not repaired.
    if (RuntimeABI::hasPersonality(F) && !F.hasOptNone() && !F.hasOptSize() &&
        !F.getSubprogram())
      Changed |= threadInvokes(F);
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace defer
