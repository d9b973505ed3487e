//===-- ScopeExits.cpp - Where code that leaves a scope goes on -----------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ScopeExits.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace defer {

namespace {

/// The numbers that may be in a variable, and the ways that they lead to.
class ScopeExits {
public:
  ScopeExits(Function &F, AllocaInst &Variable) : F(F), Variable(Variable) {}
  bool prune();

private:
  /// A bit for each of Stored, and one for what is there before any.
  using Numbers = BitVector;

  bool survey();
  void solve();
  Numbers atExit(const BasicBlock *BB) const;
  void enter(const BasicBlock *BB, const Numbers &N);
  bool prune(SwitchInst &Switch);

  Function &F;
  AllocaInst &Variable;
  SetVector<const ConstantInt *> Stored;
  SmallVector<SwitchInst *, 4> Switches;
  DenseMap<const BasicBlock *, const ConstantInt *> LastStored;
  DenseMap<const BasicBlock *, Numbers> AtEntry; ///< Where it can be reached.
  SetVector<const BasicBlock *> Worklist;
};

} // namespace

/// \returns false if this is not such a variable: one to which only constants
/// are stored, and which switches are over.
bool ScopeExits::survey() {
  Type *T = Variable.getAllocatedType();
  if (!T->isIntegerTy())
    return false;
  for (const User *U : Variable.users()) {
    if (auto *Load = dyn_cast<LoadInst>(U)) {
      if (!Load->isSimple() || Load->getType() != T)
        return false;
    } else if (auto *Store = dyn_cast<StoreInst>(U)) {
      auto *Number = dyn_cast<ConstantInt>(Store->getValueOperand());
      if (!Store->isSimple() || !Number || Number->getType() != T)
        return false;
      Stored.insert(Number);
    } else if (!cast<Instruction>(U)->isLifetimeStartOrEnd()) {
      return false;
    }
  }
  for (BasicBlock &BB : F) {
    const LoadInst *Load = nullptr; // of what is there at the block's end
    for (const Instruction &I : BB)
      if (auto *L = dyn_cast<LoadInst>(&I);
          L && L->getPointerOperand() == &Variable) {
        Load = L;
      } else if (auto *S = dyn_cast<StoreInst>(&I);
                 S && S->getPointerOperand() == &Variable) {
        LastStored[&BB] = cast<ConstantInt>(S->getValueOperand());
        Load = nullptr;
      }
    if (auto *Switch = dyn_cast<SwitchInst>(BB.getTerminator());
        Switch && Load && Switch->getCondition() == Load)
      Switches.push_back(Switch);
  }
  return !Stored.empty() && !Switches.empty();
}

ScopeExits::Numbers ScopeExits::atExit(const BasicBlock *BB) const {
  auto It = LastStored.find(BB);
  if (It == LastStored.end())
    return AtEntry.lookup(BB);
  Numbers N(Stored.size() + 1);
  N.set(llvm::find(Stored, It->second) - Stored.begin());
  return N;
}

void ScopeExits::enter(const BasicBlock *BB, const Numbers &N) {
  auto [It, New] = AtEntry.try_emplace(BB, N);
  if (!New) {
    if (!N.test(It->second))
      return;
    It->second |= N;
  }
  Worklist.insert(BB);
}

void ScopeExits::solve() {
  Numbers Nothing(Stored.size() + 1);
  Nothing.set(Stored.size());
  enter(&F.getEntryBlock(), Nothing);
  while (!Worklist.empty()) {
    const BasicBlock *BB = Worklist.pop_back_val();
    Numbers N = atExit(BB);
    auto *Switch = dyn_cast<SwitchInst>(BB->getTerminator());
    if (!Switch || !is_contained(Switches, Switch) || N.test(Stored.size())) {
      for (const BasicBlock *Next : successors(BB))
        enter(Next, N);
      continue;
    }
    DenseMap<const BasicBlock *, Numbers> To;
    for (unsigned I : N.set_bits()) {
      const BasicBlock *Next =
          Switch->findCaseValue(Stored[I])->getCaseSuccessor();
      To.try_emplace(Next, Numbers(Stored.size() + 1)).first->second.set(I);
    }
    for (const BasicBlock *Next : successors(BB))
      if (auto It = To.find(Next); It != To.end())
        enter(Next, It->second);
  }
}

bool ScopeExits::prune(SwitchInst &Switch) {
  BasicBlock *BB = Switch.getParent();
  if (!AtEntry.count(BB))
    return false;
  Numbers N = atExit(BB);
  if (N.test(Stored.size()))
    return false;
  SmallPtrSet<BasicBlock *, 4> Live;
  SmallPtrSet<const ConstantInt *, 4> Cases;
  bool DefaultIsLive = false;
  for (unsigned I : N.set_bits()) {
    auto Case = Switch.findCaseValue(Stored[I]);
    Live.insert(Case->getCaseSuccessor());
    Cases.insert(Stored[I]);
    DefaultIsLive |= Case == Switch.case_default();
  }
  if (Live.size() == 1) {
    BasicBlock *Only = *Live.begin();
    bool Kept = false;
    for (BasicBlock *Next : successors(BB))
      if (Next != Only || std::exchange(Kept, true))
        Next->removePredecessor(BB);
    IRBuilder<>(&Switch).CreateBr(Only);
    Switch.eraseFromParent();
    return true;
  }
  bool Changed = false;
  SwitchInstProfUpdateWrapper Updater(Switch);
  for (auto Case = Switch.case_begin(); Case != Switch.case_end();) {
    if (Cases.count(Case->getCaseValue())) {
      ++Case;
      continue;
    }
    Case->getCaseSuccessor()->removePredecessor(BB);
    Case = Updater.removeCase(Case);
    Changed = true;
  }
  BasicBlock *Default = Switch.getDefaultDest();
  if (!DefaultIsLive && !isa<UnreachableInst>(Default->front())) {
    auto *Nowhere = BasicBlock::Create(F.getContext(), "nowhere", &F);
    IRBuilder<>(Nowhere).CreateUnreachable();
    Default->removePredecessor(BB);
    Switch.setDefaultDest(Nowhere);
    Changed = true;
  }
  return Changed;
}

bool ScopeExits::prune() {
  if (!survey())
    return false;
  solve();
  bool Changed = false;
  for (SwitchInst *Switch : Switches)
    Changed |= prune(*Switch);
  return Changed;
}

bool pruneScopeExits(Function &F) {
  SetVector<AllocaInst *> Variables;
  for (BasicBlock &BB : F)
    if (auto *Switch = dyn_cast<SwitchInst>(BB.getTerminator()))
      if (auto *Load = dyn_cast<LoadInst>(Switch->getCondition()))
        if (auto *A = dyn_cast<AllocaInst>(Load->getPointerOperand()))
          Variables.insert(A);
  bool Changed = false;
  for (AllocaInst *Variable : Variables)
    Changed |= ScopeExits(F, *Variable).prune();
  return Changed;
}

} // namespace defer
