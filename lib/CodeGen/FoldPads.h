//===-- FoldPads.h - Landing pads that are no code -------------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pad puts together what the panic chain asks for, has the run-time run it,
// and goes on where the function returns. That is little, and of few kinds, and
// seldom executed. Here the machine code of a function's pads is read, and what
// it does goes to the function's exception table, from where the run-time does
// the same; the code goes away. See lib/Runtime/abi.h for the description, and
// lib/Runtime/pad.c for who reads it.
//
//   before:                              after:
//     bb.1:                                bb.1:
//       successors: %bb.2, %bb.4             successors: %bb.2, %bb.3
//       EH_LABEL <mcsymbol .Lbegin>          EH_LABEL <mcsymbol .Lbegin>
//       CALL64pcrel32 @work                  CALL64pcrel32 @work, ...,
//                                                implicit $r14
//       EH_LABEL <mcsymbol .Lend>            EH_LABEL <mcsymbol .Lend>
//     bb.2:                                bb.2:
//       ...                                  ...
//     bb.3:                                bb.3 (landing-pad):
//       $rax = MOV64rr $rbx                  EH_LABEL <mcsymbol .Lpad>
//       RET64 $rax                           $rax = MOV64rr $rbx
//     bb.4 (landing-pad):                    RET64 $rax
//       EH_LABEL <mcsymbol .Lpad>
//       $ebx = XOR32rr $ebx, $ebx          and in the table, for .Lpad:
//       $rsi = LEA64r @f.panic + 16          first step: 2 of @f.panic
//       $rdi = MOV64rr $rax                  word: the register r14
//       $rdx = MOV64rr $r14                  run the chain
//       CALL64pcrel32 @__defer_unwind_words  rbx becomes 0
//       JMP_1 %bb.3
//
// All pads of a function are folded or none. None are on other machines than
// x86-64, and none with -fcf-protection: the frame in which the run-time does
// it is not called, so a shadow stack has no return address for it.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_CODEGEN_FOLDPADS_H
#define DEFER_CODEGEN_FOLDPADS_H

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/CodeGen/MachineFunctionPass.h"

namespace defer {

/// The blocks that nothing but landing pads lead to.
llvm::SmallPtrSet<llvm::MachineBasicBlock *, 8>
findPadBlocks(llvm::MachineFunction &MF);

/// Whether there is enough to move out of the way in \p MF, which has pads:
/// these, if they are code; or else what raises a panic.
bool isWorthSplitting(const llvm::MachineFunction &MF);

/// `defer-fold-pads`: for the time when machine code is what it will be.
class FoldPadsPass : public llvm::MachineFunctionPass {
public:
  static char ID;
  FoldPadsPass() : MachineFunctionPass(ID) {}
  void getAnalysisUsage(llvm::AnalysisUsage &AU) const override;
  bool runOnMachineFunction(llvm::MachineFunction &MF) override;
};

} // namespace defer

#endif // DEFER_CODEGEN_FOLDPADS_H
