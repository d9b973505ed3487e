//===-- PassRegistration.cpp - Puts the passes into code generators -------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EntryCount.h"
#include "FoldPads.h"
#include "FoldSave.h"
#include "ShareAddresses.h"
#include "SplitInvokes.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/PassRegistry.h"
#include "llvm/Target/RegisterTargetPassConfigCallback.h"

using namespace llvm;

static RegisterPass<defer::ShareAddressesPass>
    ShareAddresses("defer-share-addresses",
                   "Shared addresses in functions that defer");
static RegisterPass<defer::SplitInvokesPass>
    SplitInvokes("defer-split-invokes",
                 "Split blocks of invokes of functions that defer");
static RegisterPass<defer::FoldSavePass>
    FoldSave("defer-fold-save", "Values where a register was saved");
static RegisterPass<defer::FoldPadsPass>
    FoldPads("defer-fold-pads", "Landing pads that are no code");
static RegisterPass<defer::EntryCountPass>
    EntryCount("defer-entry-count", "Entry counts of functions that defer");

/// Of whatever makes code in the process: there is no other way to it.
static RegisterTargetPassConfigCallback Callback([](TargetMachine &TM,
                                                    PassManagerBase &,
                                                    TargetPassConfig *Config) {
  if (TM.getOptLevel() == CodeGenOptLevel::None)
    return;
  // Behind all that shares and moves code, when it is known what is live, and
  // while the code is in SSA form.
  Config->insertPass(&LiveVariablesID, &defer::ShareAddressesPass::ID);
  Config->insertPass(&TwoAddressInstructionPassID,
                     &defer::SplitInvokesPass::ID);
  // Blocks that are two instructions less would be copied to other places.
  Config->insertPass(&MachineBlockPlacementID, &defer::FoldSavePass::ID);
  // Behind all that changes code, and before the MachineFunctionSplitter.
  Config->insertPass(&LiveDebugValuesID, &defer::FoldPadsPass::ID);
  Config->insertPass(&LiveDebugValuesID, &defer::EntryCountPass::ID);
});
