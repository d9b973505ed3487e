//===-- CopiedValue.cpp - Values of code that is there twice --------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CopiedValue.h"

#include "llvm/IR/Instructions.h"
#include "llvm/Transforms/Utils/SSAUpdater.h"

using namespace llvm;

namespace defer {

void useCopy(Instruction &I, BasicBlock *KnownIn, Value *Copy,
             BasicBlock *CopiedIn) {
  SmallVector<Use *, 8> Uses;
  for (Use &U : I.uses()) {
    auto *User = cast<Instruction>(U.getUser());
    auto *Phi = dyn_cast<PHINode>(User);
    BasicBlock *Where = Phi ? Phi->getIncomingBlock(U) : User->getParent();
    if (Where != I.getParent() && Where != KnownIn)
      Uses.push_back(&U);
  }
  if (Uses.empty())
    return;
  SSAUpdater Updater;
  Updater.Initialize(I.getType(), I.getName());
  Updater.AddAvailableValue(KnownIn, &I);
  Updater.AddAvailableValue(CopiedIn, Copy);
  for (Use *U : Uses)
    Updater.RewriteUse(*U);
}

void addWayOfCopy(BasicBlock &To, BasicBlock &Old, BasicBlock &New,
                  const ValueToValueMapTy &Map) {
  for (PHINode &Phi : To.phis()) {
    Value *V = Phi.getIncomingValueForBlock(&Old);
    Value *Mapped = Map.lookup(V);
    Phi.addIncoming(Mapped ? Mapped : V, &New);
  }
}

} // namespace defer
