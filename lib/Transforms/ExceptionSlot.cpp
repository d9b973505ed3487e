//===-- ExceptionSlot.cpp - Exceptions in memory --------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExceptionSlot.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace defer {
namespace {

/// How many values wait at once for a call to return: each takes a register
/// that the function must save, as long as there are some.
class Pressure {
public:
  Pressure(Function &F, const BlockSet &NormalBlocks);
  unsigned Normal = 0, Panic = 0;

private:
  /// Whether \p V is kept in a register of that kind.
  static bool isKept(const Value *V) {
    return (isa<Argument>(V) || (isa<Instruction>(V) && !isa<AllocaInst>(V))) &&
           (V->getType()->isIntegerTy() || V->getType()->isPointerTy());
  }
  using Set = SmallDenseSet<const Value *, 8>;
  Set liveOut(const BasicBlock &BB) const;

  DenseMap<const BasicBlock *, Set> LiveIn;
};

/// What the successors want of \p BB.
Pressure::Set Pressure::liveOut(const BasicBlock &BB) const {
  Set Live;
  for (const BasicBlock *Next : successors(&BB)) {
    if (auto It = LiveIn.find(Next); It != LiveIn.end())
      Live.insert(It->second.begin(), It->second.end());
    for (const PHINode &Phi : Next->phis())
      if (const Value *V = Phi.getIncomingValueForBlock(&BB); isKept(V))
        Live.insert(V);
  }
  return Live;
}

static bool waits(const Instruction &I) {
  auto *Call = dyn_cast<CallBase>(&I);
  return Call && !isa<IntrinsicInst>(Call) && !Call->isInlineAsm() &&
         !Call->doesNotReturn();
}

Pressure::Pressure(Function &F, const BlockSet &NormalBlocks) {
  auto Scan = [&](const BasicBlock &BB, bool Counts) {
    Set Live = liveOut(BB);
    for (const Instruction &I : reverse(BB)) {
      Live.erase(&I);
      if (isa<PHINode>(I))
        continue;
      if (Counts && waits(I)) {
        unsigned &Most = NormalBlocks.count(&BB) ? Normal : Panic;
        Most = std::max(Most, unsigned(Live.size()));
      }
      for (const Value *V : I.operands())
        if (isKept(V))
          Live.insert(V);
    }
    return Live;
  };
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (const BasicBlock *BB : post_order(&F)) {
      Set Live = Scan(*BB, false);
      Set &Known = LiveIn[BB];
      if (Known.size() != Live.size()) {
        Known = std::move(Live);
        Changed = true;
      }
    }
  }
  for (const BasicBlock &BB : F)
    Scan(BB, true);
}

/// What is thrown, on its way through the panic chain: the value of a landing
/// pad, and all PHIs that it meets others in. No two of them are wanted at one
/// time, but where one takes over from the other, so all can lie in one place.
class ExceptionWeb {
public:
  ExceptionWeb(Function &F, Instruction *Seed) : F(F) { grow(Seed); }

  bool contains(Instruction *I) const { return Members.count(I); }
  /// Keeps the exception in memory. \returns false if that cannot be.
  bool demote();

private:
  void grow(Instruction *Seed);
  bool findHeld();
  /// Notes that \p U loads; false if what it wants is not there.
  bool addLoad(Use &U);
  Instruction *heldAtEntry(BasicBlock *BB) const {
    if (Instruction *Phi = Phis.lookup(BB))
      return Phi;
    return Entry.lookup(BB);
  }
  Instruction *heldAtEnd(BasicBlock *BB) const {
    Instruction *Def = Defs.lookup(BB);
    return Def ? Def : heldAtEntry(BB);
  }

  Function &F;
  SmallSetVector<Instruction *, 8> Members;
  /// Each block's member that is a PHI, and the one that is not.
  DenseMap<const BasicBlock *, Instruction *> Phis, Defs;
  /// What is in memory at the start of a block without a PHI.
  DenseMap<const BasicBlock *, Instruction *> Entry;
  SmallVector<std::pair<Use *, Instruction *>, 16> Loads;
};

void ExceptionWeb::grow(Instruction *Seed) {
  SmallVector<Instruction *, 8> Left = {Seed};
  while (!Left.empty()) {
    Instruction *I = Left.pop_back_val();
    if (!Members.insert(I))
      continue;
    for (User *U : I->users())
      if (auto *Phi = dyn_cast<PHINode>(U))
        Left.push_back(Phi);
    if (auto *Phi = dyn_cast<PHINode>(I))
      for (Value *V : Phi->incoming_values())
        if (auto *Way = dyn_cast<Instruction>(V))
          Left.push_back(Way);
  }
}

bool ExceptionWeb::findHeld() {
  for (Instruction *I : Members)
    if (!(isa<PHINode>(I) ? Phis : Defs).insert({I->getParent(), I}).second)
      return false;
  // Forwards from the members, until two meet.
  SmallVector<BasicBlock *, 16> Left;
  for (Instruction *I : Members)
    Left.push_back(I->getParent());
  while (!Left.empty()) {
    BasicBlock *BB = Left.pop_back_val();
    Instruction *Held = heldAtEnd(BB);
    for (BasicBlock *Next : successors(BB)) {
      if (Phis.count(Next))
        continue;
      auto [It, New] = Entry.try_emplace(Next, Held);
      if (!New && (It->second == Held || !It->second))
        continue;
      if (!New)
        It->second = nullptr;
      if (!Defs.count(Next))
        Left.push_back(Next);
    }
  }
  return true;
}

bool ExceptionWeb::addLoad(Use &U) {
  auto *Wanted = cast<Instruction>(U.get());
  auto *User = cast<Instruction>(U.getUser());
  if (auto *Phi = dyn_cast<PHINode>(User)) {
    BasicBlock *Way = Phi->getIncomingBlock(U);
    if (heldAtEnd(Way) != Wanted)
      return false;
    if (!contains(Phi))
      Loads.push_back({&U, Way->getTerminator()});
    return true;
  }
  BasicBlock *BB = User->getParent();
  Instruction *Def = Defs.lookup(BB);
  if (Wanted == Def) {
    // Where it still is in a register.
    for (auto It = std::next(Def->getIterator()); &*It != User; ++It)
      if (isa<CallBase>(*It) && !isa<IntrinsicInst>(*It)) {
        Loads.push_back({&U, User});
        break;
      }
    return true;
  }
  if (heldAtEntry(BB) != Wanted)
    return false;
  // What has taken over is stored at once.
  Loads.push_back(
      {&U, Def && Def->comesBefore(User) ? Def->getNextNode() : User});
  return true;
}

bool ExceptionWeb::demote() {
  if (!findHeld())
    return false;
  for (Instruction *I : Members) {
    if (auto *Phi = dyn_cast<PHINode>(I))
      for (Value *V : Phi->incoming_values())
        if (!isa<Instruction>(V) && !isa<UndefValue>(V))
          return false;
    if (I->getType() != (*Members.begin())->getType())
      return false;
    for (Use &U : I->uses())
      if (!addLoad(U))
        return false;
  }
  if (Loads.empty())
    return false;
  Type *T = (*Members.begin())->getType();
  IRBuilder<> B(&F.getEntryBlock(), F.getEntryBlock().begin());
  AllocaInst *Slot = B.CreateAlloca(T, nullptr, "defer.exception");
  for (auto [U, Before] : Loads) {
    B.SetInsertPoint(Before);
    U->set(B.CreateLoad(T, Slot));
  }
  for (Instruction *I : Members) {
    if (isa<PHINode>(I))
      continue;
    // Behind the loads of what it takes over from.
    auto At = std::next(I->getIterator());
    while (isa<LoadInst>(*At) && At->getOperand(0) == Slot)
      ++At;
    B.SetInsertPoint(I->getParent(), At);
    B.CreateStore(I, Slot);
  }
  for (Instruction *I : Members)
    if (isa<PHINode>(I))
      I->replaceAllUsesWith(PoisonValue::get(T));
  for (Instruction *I : Members)
    if (isa<PHINode>(I))
      I->eraseFromParent();
  return true;
}

} // namespace

/// What a pad yields is taken out of the pair at once, before PHIs.
static void extractEarly(Function &F) {
  for (BasicBlock &BB : F)
    for (PHINode &Phi : make_early_inc_range(BB.phis())) {
      if (!Phi.getType()->isStructTy() ||
          !all_of(Phi.users(),
                  [](User *U) {
                    auto *Extract = dyn_cast<ExtractValueInst>(U);
                    return Extract && Extract->getIndices() == ArrayRef(0u);
                  }) ||
          !all_of(Phi.incoming_values(),
                  [](Value *V) { return isa<LandingPadInst>(V); }))
        continue;
      IRBuilder<> B(&Phi);
      PHINode *Thrown = B.CreatePHI(B.getPtrTy(), Phi.getNumIncomingValues());
      for (unsigned I = 0, E = Phi.getNumIncomingValues(); I != E; ++I) {
        B.SetInsertPoint(Phi.getIncomingBlock(I)->getTerminator());
        Thrown->addIncoming(B.CreateExtractValue(Phi.getIncomingValue(I), 0),
                            Phi.getIncomingBlock(I));
      }
      for (User *U : make_early_inc_range(Phi.users())) {
        U->replaceAllUsesWith(Thrown);
        cast<Instruction>(U)->eraseFromParent();
      }
      Phi.eraseFromParent();
    }
}

bool keepExceptionsInMemory(Function &F, const BlockSet &NormalBlocks) {
  extractEarly(F);
  Pressure Waiting(F, NormalBlocks);
  if (Waiting.Panic <= Waiting.Normal)
    return false;
  SmallVector<Instruction *, 8> Seeds;
  for (Instruction &I : instructions(F))
    if (auto *Extract = dyn_cast<ExtractValueInst>(&I);
        Extract && isa<LandingPadInst>(Extract->getAggregateOperand()) &&
        Extract->getType()->isPointerTy())
      Seeds.push_back(&I);
  bool Changed = false;
  SmallPtrSet<Instruction *, 16> Done;
  for (Instruction *Seed : Seeds) {
    if (Done.count(Seed))
      continue;
    ExceptionWeb Web(F, Seed);
    for (Instruction *I : Seeds)
      if (Web.contains(I))
        Done.insert(I);
    Changed |= Web.demote();
  }
  return Changed;
}

} // namespace defer
