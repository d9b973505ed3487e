//===-- Chain.h - The order in which pending calls run -------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A chain says how to run what is pending, one component after the other,
// entered where the first pending one stands:
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
// The lowering makes two of them: one for returns, which are blocks of the
// function, and one for panics, which the run-time goes through (PanicTable.h).
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
  /// One component's part of the chain.
  struct Link {
    bool IsPending = false; ///< Or it is never entered.
    bool IsTested = false;  ///< Some way in does not know if it is pending.
    /// What is pending after the body, or after a test that failed.
    PendingSet Rest;
    /// What is pending when the body throws: of records, those after the one
    /// that threw as well.
    PendingSet AfterThrow;
  };

  /// Where the chain is entered, or goes on: at the body if the component is
  /// surely pending, or else at its test.
  struct Place {
    unsigned Component;
    bool IsBody;
  };

  /// A chain for ways in whose sets are \p Entries.
  Chain(llvm::ArrayRef<DeferComponent> Components,
        llvm::ArrayRef<PendingSet> Entries);

  /// Where to enter with \p Set pending; nowhere if nothing is.
  std::optional<Place> getEntry(const PendingSet &Set) const;

  llvm::ArrayRef<Link> links() const { return Links; }

private:
  llvm::SmallVector<Link, 4> Links;
};

/// A chain as blocks of a function, empty but for their names.
class ChainBlocks {
public:
  struct Link {
    llvm::BasicBlock *Test = nullptr; ///< Null if every way in knows.
    llvm::BasicBlock *Body = nullptr; ///< Null if it is never pending.
    llvm::BasicBlock *Next = nullptr; ///< Where body and test go on.
  };

  /// The last block of \p C, which must outlive this, goes on to \p End.
  ChainBlocks(llvm::Function &F, const Chain &C, llvm::BasicBlock *End,
              const llvm::Twine &Name);

  llvm::BasicBlock *getEntry(const PendingSet &Set) const;
  llvm::BasicBlock *getEnd() const { return End; }
  llvm::ArrayRef<Link> links() const { return Links; }

private:
  const Chain &C;
  llvm::SmallVector<Link, 4> Links;
  llvm::BasicBlock *End;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_CHAIN_H
