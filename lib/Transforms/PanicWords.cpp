//===-- PanicWords.cpp - What a panic does not ask for --------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PanicWords.h"

#include "PanicTable.h"
#include "RuntimeABI.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace defer {

namespace {

/// Part of a word of the frame: what a value is, moved up.
struct Part {
  unsigned Word, Shift = 0;
};

} // namespace

/// Whether a panic that begins at \p First, wherever it comes from, may want
/// what a value of \p Width bits is of a word.
static bool isWanted(const Value *First, Part P, unsigned Width) {
  uint64_t Mask =
      P.Shift < 64 ? maskTrailingOnes<uint64_t>(std::min(Width, 64u)) << P.Shift
                   : 0;
  SmallSetVector<const Value *, 8> Firsts;
  Firsts.insert(First);
  for (unsigned I = 0; I != Firsts.size(); ++I) {
    if (auto *Address = dyn_cast<Constant>(Firsts[I])) {
      auto Step = PanicTable::findStep(Address);
      if (!Step || (PanicTable::findUsedBits(*Step, P.Word) & Mask))
        return true;
      continue;
    }
    auto *Phi = dyn_cast<PHINode>(Firsts[I]);
    if (!Phi)
      return true;
    Firsts.insert(Phi->value_op_begin(), Phi->value_op_end());
  }
  return false;
}

/// Drops \p V, which is \p P and nothing else, on the ways on which it is not
/// wanted. \p First is a value at the same place.
static void dropPart(Value *First, Use &V, Part P) {
  Type *Ty = V->getType();
  unsigned Width = Ty->isIntegerTy() ? Ty->getIntegerBitWidth() : 64;
  if (!isWanted(First, P, Width)) {
    // What else there is of the word is to stay.
    bool IsAll = P.Shift == 0 && Width == 64;
    V.set(IsAll ? PoisonValue::get(Ty) : Constant::getNullValue(Ty));
    return;
  }
  auto *Ways = dyn_cast<PHINode>(First);
  if (!Ways || isa<Constant>(V))
    return;
  if (auto *I = dyn_cast<Instruction>(V);
      I && I->hasOneUse() && I->getParent() == Ways->getParent()) {
    if (isa<ZExtInst, PtrToIntInst, IntToPtrInst>(I))
      return dropPart(First, I->getOperandUse(0), P);
    if (I->getOpcode() == Instruction::Or) {
      for (Use &Operand : I->operands())
        dropPart(First, Operand, P);
      return;
    }
    if (auto *By =
            dyn_cast<ConstantInt>(I->getOperand(I->getNumOperands() - 1));
        By && I->getOpcode() == Instruction::Shl && By->getValue().ult(64)) {
      P.Shift += By->getZExtValue();
      return dropPart(First, I->getOperandUse(0), P);
    }
  }
  auto *Phi = dyn_cast<PHINode>(V);
  if (!Phi || Phi->getParent() != Ways->getParent()) {
    // Known at the beginning of the block, it is known on all ways to it.
    auto *I = dyn_cast<Instruction>(V);
    if ((I && I->getParent() == Ways->getParent()) ||
        all_of(Ways->incoming_values(),
               [&](const Value *First) { return isWanted(First, P, Width); }))
      return;
    Phi = PHINode::Create(Ty, Ways->getNumIncomingValues(), "defer.word");
    Phi->insertBefore(*Ways->getParent(), Ways->getParent()->begin());
    for (BasicBlock *Way : Ways->blocks())
      Phi->addIncoming(V, Way);
    V.set(Phi);
  } else if (!Phi->hasOneUse()) {
    return;
  }
  for (unsigned I = 0, E = Phi->getNumIncomingValues(); I != E; ++I)
    dropPart(Ways->getIncomingValueForBlock(Phi->getIncomingBlock(I)),
             Phi->getOperandUse(I), P);
}

void dropUnusedWords(Function &F) {
  for (CallInst *Call : RuntimeABI::findCalls(F, RuntimeABI::UnwindWordsName))
    for (unsigned I = 0; I != RuntimeABI::WordCount; ++I) {
      // What comes back as it was given is wanted by the function.
      if (any_of(Call->users(), [&](const User *U) {
            auto *Extract = dyn_cast<ExtractValueInst>(U);
            return !Extract || Extract->getIndices().front() == I;
          }))
        continue;
      dropPart(Call->getArgOperand(1), Call->getArgOperandUse(2 + I), {I});
    }
}

} // namespace defer
