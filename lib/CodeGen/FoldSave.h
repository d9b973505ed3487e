//===-- FoldSave.h - Values where a register was saved ---------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A panic may want what a function has no more use for: a result, before a
// deferred block makes it another one. So it is kept across the call that
// computes the new one, in a register that is saved for that, and moved there
// as well as to where the call takes it. Where one register is saved, and that
// is all the frame there is, the slot that it is saved to can hold the values
// itself: then neither are they moved to the register and back, nor is the
// register saved and restored.
//
//   before:                               after:
//     bb.0:                                 bb.0:
//       successors: %bb.1, %bb.2              successors: %bb.1, %bb.2
//       PUSH64r $rbx                          PUSH64r $rdi
//       CFI_INSTRUCTION def_cfa_offset 16     CFI_INSTRUCTION def_cfa_offset 16
//       CFI_INSTRUCTION offset $rbx, -16
//       $rbx = MOV64rr $rdi
//       CALL64pcrel32 @lock                   CALL64pcrel32 @lock
//       $rdi = MOV64rr $rbx                   $rdi = MOV64rm $rsp
//       CALL64pcrel32 @finish                 CALL64pcrel32 @finish
//     bb.1:                                 bb.1:
//       $rbx = MOV64rr $rax                   MOV64mr $rsp, $rax
//       CALL64pcrel32 @unlock                 CALL64pcrel32 @unlock
//       $rax = MOV64rr $rbx
//       $rbx = POP64r                         $rax = POP64r
//       RET64 $rax                            RET64 $rax
//     bb.2 (landing-pad):                   bb.2 (landing-pad):
//       $rdx = MOV64rr $rbx                   $rdx = MOV64rm $rsp
//       CALL64pcrel32 @__defer_unwind_...     CALL64pcrel32 @__defer_unwind_...
//
// No way through the function has more instructions than before, nor is the
// code on the ways that do not panic larger. What is in a cycle stays in its
// register.
//
// x86-64 only. Only in functions with a personality of ours: others stay what
// they are.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_CODEGEN_FOLDSAVE_H
#define DEFER_CODEGEN_FOLDSAVE_H

#include "llvm/CodeGen/MachineFunctionPass.h"

namespace defer {

/// `defer-fold-save`: for the time when blocks have their places, and pads are
/// code.
class FoldSavePass : public llvm::MachineFunctionPass {
public:
  static char ID;
  FoldSavePass() : MachineFunctionPass(ID) {}
  void getAnalysisUsage(llvm::AnalysisUsage &AU) const override;
  bool runOnMachineFunction(llvm::MachineFunction &MF) override;
};

} // namespace defer

#endif // DEFER_CODEGEN_FOLDSAVE_H
