//===-- Chain.h - The order in which pending calls run -------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A chain is a sequence of blocks that run what is pending, one component after
// the other, and that can be entered where the first pending one stands:
//
//        {0,1?,2}   {1,2}    {2?}      {}         what is pending on each way
//        in
//            |        |        |        |
//          body 0     |        |        |
//            |        |        |        |
//          test 1 --. |        |        |         a test only where some way in
//            |      | |        |        |         does not know
//          body 1 <-+-'        |        |
//            |     (false)     |        |
//          body 2 <-'  .-- test 2       |
//            |         |(false)         |
//           end <------'<---------------'
//
// The lowering makes two of them: one for returns, and a cold one for panics.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_CHAIN_H
#define DEFER_TRANSFORMS_CHAIN_H

#include "DeferInfo.h"

namespace llvm {
class Twine;
} // namespace llvm

namespace defer {

class Chain {
public:
  /// One component's part of the chain. Without a body it is never pending
  /// here.
  struct Link {
    llvm::BasicBlock *Test = nullptr; ///< Null if every way in knows.
    llvm::BasicBlock *Body = nullptr;
    /// What is pending after the body.
    PendingSet Rest;
    /// What is pending when the body throws: of records, those after the one
    /// that threw as well.
    PendingSet AfterThrow;
    llvm::BasicBlock *Next = nullptr; ///< Where body and test go on.
  };

  /// Creates the blocks, empty but for their names, that the ways in need,
  /// whose sets are \p Entries; their last goes on to \p End.
  Chain(llvm::Function &F, llvm::ArrayRef<DeferComponent> Components,
        llvm::ArrayRef<PendingSet> Entries, llvm::BasicBlock *End,
        const llvm::Twine &Name);

  /// Where to enter with \p Set pending.
  llvm::BasicBlock *getEntry(const PendingSet &Set) const;

  llvm::BasicBlock *getEnd() const { return End; }
  llvm::ArrayRef<Link> links() const { return Links; }

private:
  llvm::SmallVector<Link, 4> Links;
  llvm::BasicBlock *End;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_CHAIN_H
