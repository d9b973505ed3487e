//===-- PanicTable.h - What the run-time does in a panic ------ -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The chain of a panic as constant data, for __defer_unwind:
//
//   {0,1?,2}  {1,2}   {2?}                 what is pending on each way in
//       |       |       |
//       v       |       |    @f.panic = private constant [5 x { i32, i32 }]
//     body 0    |       |      0  call @unlock      next 1
//     test 1    |       |      1  test bit 0        next 1, clear: 2 further
//     body 1  <-'       |      2  thunk @f.defer.1  next 2
//     test 2          <-'      3  test bit 1        next 1, clear: the end
//     body 2                   4  call @unlock      next 0: the end
//
// A landing pad says where to begin, and what the calls need is in the frame
// that it hands over (PanicFrame.h).
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_PANICTABLE_H
#define DEFER_TRANSFORMS_PANICTABLE_H

#include "Chain.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace llvm {
class Constant;
class Function;
class GlobalVariable;
} // namespace llvm

namespace defer {

/// `defer_step` of lib/Runtime/abi.h.
struct PanicStep {
  enum KindTy {
    Thunk,
    ThunkAt,
    Indirect,
    List,
    CallWord,
    CallNumber,
    CallAt,
    Test,
    Go,
    CallWordFar, ///< The three calls, by a pointer to the function.
    CallSameAt = CallWordFar + 3, ///< CallAt, of the function of another one.
    CallCopy,                     ///< Its slot has a size as well.
    CallCopyFar,
    Change ///< Its slot has a size, a number, and what that is for.
  };
  /// Of the word that says what a step is. A slot, or a number, has SlotBits.
  static constexpr unsigned KindBits = 4, NextBits = 8, SlotBits = 20;
  static constexpr unsigned CopySlotBits = 8, SizeBits = 12;
  /// Of a change: the size's logarithm is below these.
  static constexpr unsigned AddsBit = 2, NumberShift = 3,
                            NumberBits = SlotBits - NumberShift;
  /// Bits of a word of the frame that Test counts.
  static constexpr unsigned WordBits = 64;

  KindTy Kind = Thunk;
  llvm::Function *Function = nullptr;
  int64_t Slot = 0;
  llvm::Constant *Address = nullptr; ///< Of CallAt and Change.
};

class PanicTable {
public:
  /// The table of \p F: \p Steps say how to run each component, and \p Bits
  /// which bit of the frame tells if an open-coded one is pending, for those
  /// that are tested.
  PanicTable(llvm::Function &F, const Chain &C, llvm::ArrayRef<PanicStep> Steps,
             llvm::ArrayRef<std::optional<unsigned>> Bits);

  /// The address of the step to begin with.
  llvm::Constant *getFirst(const PendingSet &Set) const;

  /// Where \p Address, the beginning of a chain, is; or nothing if it is in no
  /// table that is known.
  struct StepAddress {
    llvm::GlobalVariable *Table;
    uint64_t Number;
  };
  static std::optional<StepAddress> findStep(const llvm::Constant *Address);

  /// Makes one table of those in which calls in \p F begin, as they are where
  /// functions that defer were inlined, and which nothing else uses.
  static void merge(llvm::Function &F);

  /// Which bits of \p Word of the frame the steps from \p First on may use.
  static uint64_t findUsedBits(const StepAddress &First, unsigned Word);

private:
  unsigned getPosition(std::optional<Chain::Place> Place) const;

  const Chain &C;
  /// By component.
  struct Position {
    unsigned Test, Body;
  };
  llvm::SmallVector<Position, 4> Positions;
  unsigned End = 0;
  llvm::GlobalVariable *Table = nullptr;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_PANICTABLE_H
