//===-- NoUnwind.h - Calls that are said not to unwind -------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that was declared nothrow, pure or const is `nounwind`, and a call
// of it has no landing pad. What unwinds through it all the same skips what is
// pending, and the personality cannot always tell: LLVM's tables have one entry
// for all calls between two that have pads, if one of them may unwind.
//
// So where something may be pending such a call gets a pad, in which a panic is
// reported (P9). LLVM must not know that the callee is nounwind, or it makes a
// plain call of it again: the attribute moves from the function to the other
// calls of it, so that nothing changes for these.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_NOUNWIND_H
#define DEFER_TRANSFORMS_NOUNWIND_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/PassManager.h"

namespace llvm {
class CallBase;
class Function;
class Module;
} // namespace llvm

namespace defer {

class NoUnwindClaims {
public:
  explicit NoUnwindClaims(llvm::Module &M);

  /// Whether \p Call is said not to unwind, and nothing but somebody's word
  /// stands for it: not so if it calls an intrinsic, a function of the C
  /// library that LLVM knows, one of the implementation's (`__...`), or one
  /// whose body shows it.
  bool isClaim(const llvm::CallBase &Call);

  /// Makes of \p Call, a claim, a call that may unwind.
  void withdraw(llvm::CallBase &Call);

private:
  bool isProved(const llvm::Function &F);

  llvm::TargetLibraryInfoImpl Library;
  llvm::DenseMap<const llvm::Function *, bool> Proved;
};

/// `defer-nounwind`: gives every claim in a function that has our personality a
/// pad that reports a panic. The lowering has seen to the calls that it saw;
/// those that come by inlining are found at the end of the pipeline, when there
/// is nobody left to bring more.
class DeferNoUnwindPass : public llvm::PassInfoMixin<DeferNoUnwindPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

} // namespace defer

#endif // DEFER_TRANSFORMS_NOUNWIND_H
