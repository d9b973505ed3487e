//===-- ShareAddresses.h - An address computed once ------------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In one block LLVM computes the address of a global once and keeps it in a
// callee-saved register for all calls that want it. A call that may unwind ends
// a block, and over blocks MachineCSE does not share what reads no register and
// is only copied. But on x86-64 it is longer than a copy: seven bytes, not
// three. Here blocks that were one but for the pads share such a computation
// again.
//
//   before:                                after:
//     bb.1:                                  bb.1:
//       successors: %bb.2, %bb.5(pad)          successors: %bb.2, %bb.5(pad)
//       %1 = LEA64r $rip, 1, $noreg, @m        %1 = LEA64r $rip, 1, $noreg, @m
//       $rdi = COPY %1                         $rdi = COPY %1
//       CALL64pcrel32 @lock                    CALL64pcrel32 @lock
//     bb.2:                                  bb.2:
//       successors: %bb.3, %bb.5(pad)          successors: %bb.3, %bb.5(pad)
//       %2 = LEA64r $rip, 1, $noreg, @m        $rdi = COPY %1
//       $rdi = COPY %2                         CALL64pcrel32 @use
//       CALL64pcrel32 @use                   bb.3:
//     bb.3:                                    $rdi = COPY %1
//       %3 = LEA64r $rip, 1, $noreg, @m        CALL64pcrel32 @unlock
//       $rdi = COPY %3
//       CALL64pcrel32 @unlock
//
// Only where it makes the code shorter: a register more is to be saved. A pad,
// which has its own computation, keeps it and does not want the register.
//
// Only in functions with a personality of ours: others stay what they are.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_CODEGEN_SHAREADDRESSES_H
#define DEFER_CODEGEN_SHAREADDRESSES_H

#include "llvm/CodeGen/MachineFunctionPass.h"

namespace defer {

/// `defer-share-addresses`: for the time between live variables and PHI
/// elimination, when it is known what lives across calls.
class ShareAddressesPass : public llvm::MachineFunctionPass {
public:
  static char ID;
  ShareAddressesPass() : MachineFunctionPass(ID) {}
  void getAnalysisUsage(llvm::AnalysisUsage &AU) const override;
  bool runOnMachineFunction(llvm::MachineFunction &MF) override;
};

} // namespace defer

#endif // DEFER_CODEGEN_SHAREADDRESSES_H
