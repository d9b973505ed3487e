//===-- EntryCount.h - Has functions split where they are laid out -*- C++ -*-//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `defer-cold-pads<split>` gives a function an entry count, so that LLVM's
// MachineFunctionSplitter takes what only panics reach out of it. Block
// placement would take it for a profile as well, and believe in branches whose
// probabilities are guesses. So the count is synthetic, which LLVM does not
// call a profile, until blocks are placed. If the pads are no code
// (FoldPads.h), and no panic is raised, nothing is split.
//
//   before:  define i32 @f() !prof !{!"synthetic_function_entry_count", i64 64}
//   after:   define i32 @f() !prof !{!"function_entry_count", i64 64}
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_CODEGEN_ENTRYCOUNT_H
#define DEFER_CODEGEN_ENTRYCOUNT_H

#include "llvm/CodeGen/MachineFunctionPass.h"

namespace defer {

/// `defer-entry-count`: for the time behind block placement.
class EntryCountPass : public llvm::MachineFunctionPass {
public:
  static char ID;
  EntryCountPass() : MachineFunctionPass(ID) {}
  void getAnalysisUsage(llvm::AnalysisUsage &AU) const override;
  bool runOnMachineFunction(llvm::MachineFunction &MF) override;
};

} // namespace defer

#endif // DEFER_CODEGEN_ENTRYCOUNT_H
