//===-- SplitInvokes.h - What a call brings, in a block of its own -*- C++ -*-//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A machine block that calls what may unwind ends behind the call, with what
// the call returns, and its edge to the landing pad leaves from there. So a
// register allocator has to take two registers for a value that the pad wants
// and one that the call returns, though never both are live. Here the edge
// leaves at the call, and what comes behind it is a block of its own.
//
//   before:                               after:
//     bb.1:                                 bb.1:
//       successors: %bb.2, %bb.3(pad)         successors: %bb.4, %bb.3(pad)
//       EH_LABEL                              EH_LABEL
//       CALL64pcrel32 @finish                 CALL64pcrel32 @finish
//       %1 = COPY $rax                        EH_LABEL
//       EH_LABEL                            bb.4:
//       JMP_1 %bb.2                           successors: %bb.2
//                                             liveins: $rax
//                                             %1 = COPY $rax
//                                             JMP_1 %bb.2
//
// If %bb.2 has no other predecessor it goes there.
//
// A call that never returns has an edge to a block where nothing is. LLVM gives
// a frame to what needs one alone, but not if that ends in several blocks: so
// such an edge goes away, and the pad is the only end, if it does not go on.
// (In a function that may do without a frame, for there is an edge from the
// block to the pad alone then, and LLVM may take that for a way.)
//
// Only in functions with a personality of ours: others stay what they are.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_CODEGEN_SPLITINVOKES_H
#define DEFER_CODEGEN_SPLITINVOKES_H

#include "llvm/CodeGen/MachineFunctionPass.h"

namespace defer {

/// `defer-split-invokes`: for the time between PHI elimination and live
/// intervals, when a block may have live-in physical registers.
class SplitInvokesPass : public llvm::MachineFunctionPass {
public:
  static char ID;
  SplitInvokesPass() : MachineFunctionPass(ID) {}
  void getAnalysisUsage(llvm::AnalysisUsage &AU) const override;
  bool runOnMachineFunction(llvm::MachineFunction &MF) override;
};

} // namespace defer

#endif // DEFER_CODEGEN_SPLITINVOKES_H
