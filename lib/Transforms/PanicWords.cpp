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

using namespace llvm;

namespace defer {

/// Whether a panic that begins at \p First, wherever it comes from, may want
/// word \p Index.
static bool isWanted(const Value *First, unsigned Index) {
  SmallSetVector<const Value *, 8> Firsts;
  Firsts.insert(First);
  for (unsigned I = 0; I != Firsts.size(); ++I) {
    if (auto *Step = dyn_cast<Constant>(Firsts[I])) {
      if (PanicTable::findUsedWords(Step) >> Index & 1)
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

/// Sets \p Word, which is word \p Index and nothing else, to poison on the ways
/// on which it is not wanted. \p First is a value at the same place.
static void dropWord(Value *First, Use &Word, unsigned Index) {
  if (isa<Constant>(Word))
    return;
  if (!isWanted(First, Index)) {
    Word.set(PoisonValue::get(Word->getType()));
    return;
  }
  auto *Ways = dyn_cast<PHINode>(First);
  if (!Ways)
    return;
  if (auto *Cast = dyn_cast<CastInst>(Word);
      Cast && Cast->hasOneUse() && Cast->getParent() == Ways->getParent()) {
    dropWord(First, Cast->getOperandUse(0), Index);
    return;
  }
  auto *Phi = dyn_cast<PHINode>(Word);
  if (!Phi || Phi->getParent() != Ways->getParent()) {
    // Known at the beginning of the block, it is known on all ways to it.
    auto *I = dyn_cast<Instruction>(Word);
    if ((I && I->getParent() == Ways->getParent()) ||
        all_of(Ways->incoming_values(),
               [&](const Value *V) { return isWanted(V, Index); }))
      return;
    Phi = PHINode::Create(Word->getType(), Ways->getNumIncomingValues(),
                          "defer.word");
    Phi->insertBefore(*Ways->getParent(), Ways->getParent()->begin());
    for (BasicBlock *Way : Ways->blocks())
      Phi->addIncoming(Word, Way);
    Word.set(Phi);
  } else if (!Phi->hasOneUse()) {
    return;
  }
  for (unsigned I = 0, E = Phi->getNumIncomingValues(); I != E; ++I)
    dropWord(Ways->getIncomingValueForBlock(Phi->getIncomingBlock(I)),
             Phi->getOperandUse(I), Index);
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
      dropWord(Call->getArgOperand(1), Call->getArgOperandUse(2 + I), I);
    }
}

} // namespace defer
