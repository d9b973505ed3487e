//===-- EntryCount.cpp - Has functions split where they are laid out ------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EntryCount.h"

#include "FoldPads.h"
#include "Transforms/RuntimeABI.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace defer {

char EntryCountPass::ID;

void EntryCountPass::getAnalysisUsage(AnalysisUsage &AU) const {
  AU.setPreservesAll();
  MachineFunctionPass::getAnalysisUsage(AU);
}

bool EntryCountPass::runOnMachineFunction(MachineFunction &MF) {
  Function &F = MF.getFunction();
  if (!RuntimeABI::hasPersonality(F))
    return false;
  if (!isWorthSplitting(MF))
    return false;
  std::optional<Function::ProfileCount> Count =
      F.getEntryCount(/*AllowSynthetic=*/true);
  if (Count && Count->isSynthetic())
    F.setEntryCount(Count->getCount(), Function::PCT_Real);
  return false;
}

} // namespace defer
