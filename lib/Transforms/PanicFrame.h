//===-- PanicFrame.h - What deferred calls need in a panic ---- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In a panic the run-time calls thunks, which want their contexts, and the
// variables that a deferred block uses. If their addresses were given away the
// normal path would have to keep all of that in memory. So what a landing pad
// hands over is a copy, made there, and what the function still wants of it is
// copied back when the panic was recovered:
//
//   site:                               defer.unwind:
//     store %p, %ctx                      %w0 = load %result
//     ...                                 %w1 = load %ctx
//     ; defer free(p);                    %r = call @__defer_unwind_words(
//     ; defer { result++; }                   %exception, %first, %w0, %w1)
//                                         %r0 = extractvalue %r, 0
//                                         store %r0, %result
//                                         br label %defer.recovered
//
// All of these are allocas when this runs; SROA makes values of them. Up to
// four words are given in registers, for a place in the function's frame is
// paid by each call of it. More lie in a frame that the pads' chain of blocks
// fills, each component's part in a block of its own: in one place for all
// there would be a PHI of all pads for each value.
//
//     pad of {0,1}      pad of {1}
//         |                |
//     copy context 0       |
//         `----------> copy context 1
//                          |
//                     call @__defer_unwind
//
// A variable whose address is known to somebody else stays where it is.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_PANICFRAME_H
#define DEFER_TRANSFORMS_PANICFRAME_H

#include "PanicTable.h"
#include "Thunks.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/IRBuilder.h"

namespace llvm {
class AllocaInst;
class StoreInst;
} // namespace llvm

namespace defer {

class RuntimeABI;

class PanicFrame {
public:
  /// What a component's calls need.
  struct Site {
    bool IsPending;                 ///< In a panic.
    llvm::Value *Thunk = nullptr;   ///< Of a list of records there is none.
    llvm::Value *Context = nullptr; ///< Or the list.
    uint64_t Size = 0, Align = 1;   ///< Of the context.
  };
  /// Finds a value of a site where it is used.
  using GetAtTy =
      llvm::function_ref<llvm::Value *(unsigned Component, llvm::Value *V)>;

  /// \p Flags: the words of the bits that tell what is pending. \p Continue:
  /// where \p F goes on when a panic was recovered, if it does. To be made
  /// while the stores to a context are all that is done with it.
  PanicFrame(llvm::Function &F, RuntimeABI &ABI, llvm::ArrayRef<Site> Sites,
             unsigned Flags, llvm::Instruction *Frame,
             llvm::BasicBlock *Continue);

  /// Whether all fits in registers; then there is nothing to be saved.
  bool inRegisters() const { return !Memory; }
  /// The bits' first word.
  unsigned getFlagsSlot() const { return FlagsSlot; }
  /// How the run-time runs a component.
  PanicStep getStep(unsigned Component);
  /// Whether a pending component may recover, so that the function goes on.
  bool mayRecover() const;

  /// Copies what \p Component needs, where its part of the chain is.
  void save(llvm::IRBuilder<> &B, unsigned Component, GetAtTy GetAt);
  /// Calls the run-time, which comes back if the panic was recovered.
  void unwind(llvm::IRBuilder<> &B, llvm::Value *Exception, llvm::Value *First,
              llvm::ArrayRef<llvm::Value *> Flags, GetAtTy GetAt);

private:
  /// A part of a context that is stored at once.
  struct Field {
    uint64_t Offset, Size;
    llvm::Type *Type;                     ///< Null if it is copied as memory.
    llvm::AllocaInst *Variable = nullptr; ///< That it is the address of.
    llvm::StoreInst *Store = nullptr;
  };
  struct Plan {
    enum KindTy {
      None,
      Changes,
      Direct,
      Copied,
      Fields,
      ByAddress
    } Kind = None;
    Site S;
    llvm::Function *Thunk = nullptr;
    std::optional<DirectCall> Call;
    std::optional<PlainChange> Change;
    llvm::SmallVector<Field, 2> Context;
    unsigned Slot = 0; ///< Of what is handed over.
  };
  struct Variable {
    llvm::SmallPtrSet<llvm::StoreInst *, 2> Stores;
    bool IsCopied = true;
    bool IsNeeded = false; ///< When the panic was recovered.
    uint64_t Size = 0, Align = 0;
    unsigned Slot = 0;
  };

  bool canCopyToStack(const DirectCall &Call, const Site &S) const;
  void plan(Plan &P);
  bool findFields(Plan &P);
  void findVariables(llvm::Instruction *Frame, llvm::BasicBlock *Continue);
  bool canCopy(llvm::AllocaInst *Alloca, Variable &V,
               const llvm::SmallPtrSetImpl<const llvm::BasicBlock *> &After);
  static unsigned countWords(const Plan &P);
  llvm::SmallVector<llvm::Value *, 2>
  loadWords(llvm::IRBuilder<> &B, unsigned Component, GetAtTy GetAt);
  bool layOutRegisters(unsigned Flags);
  void layOutMemory(unsigned Flags);
  llvm::Value *getSlot(llvm::IRBuilder<> &B, unsigned Slot);
  void copy(llvm::IRBuilder<> &B, llvm::AllocaInst *Alloca, const Variable &V,
            bool Back);
  llvm::Value *getWord(llvm::IRBuilder<> &B, llvm::Value *V);
  llvm::Value *loadField(llvm::IRBuilder<> &B, const Plan &P, const Field &X);
  llvm::Function *makeThunk(const Plan &P);

  llvm::Function &F;
  RuntimeABI &ABI;
  const llvm::DataLayout &Layout;
  llvm::SmallVector<Plan, 4> Plans; ///< By component.
  llvm::MapVector<llvm::AllocaInst *, Variable> Variables;
  unsigned FlagsSlot = 0;
  llvm::AllocaInst *Memory = nullptr;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_PANICFRAME_H
