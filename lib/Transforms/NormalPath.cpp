//===-- NormalPath.cpp - What runs without a panic ------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NormalPath.h"

#include "llvm/IR/CFG.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace defer {

BlockSet findNormalBlocks(const Function &F) {
  BlockSet Normal;
  SmallVector<const BasicBlock *, 16> Left = {&F.getEntryBlock()};
  while (!Left.empty()) {
    const BasicBlock *BB = Left.pop_back_val();
    if (!Normal.insert(BB).second)
      continue;
    for (const BasicBlock *Next : successors(BB))
      if (!Next->isLandingPad())
        Left.push_back(Next);
  }
  return Normal;
}

void removeLastBlocks(BlockSet &NormalBlocks) {
  SmallVector<const BasicBlock *, 8> Left;
  for (const BasicBlock *BB : NormalBlocks)
    if (isa<UnreachableInst>(BB->getTerminator()))
      Left.push_back(BB);
  while (!Left.empty()) {
    const BasicBlock *BB = Left.pop_back_val();
    if (!NormalBlocks.erase(BB))
      continue;
    for (const BasicBlock *Before : predecessors(BB))
      if (none_of(successors(Before), [&](const BasicBlock *Next) {
            return NormalBlocks.contains(Next);
          }))
        Left.push_back(Before);
  }
}

} // namespace defer
