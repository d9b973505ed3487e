//===-- ThreadInvokes.h - Jump threading past invokes --------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What stands between `if (c) { lock(); defer unlock(); }` and the test of its
// bit is an invoke, for something is pending; of hand-written code it is a
// call. LLVM's JumpThreading copies a few instructions with a call, and saves
// the test, but no block that ends with an invoke. This does.
//
//   before:                               after:
//     br i1 %c, label %then, label %body    br i1 %c, label %then, label %body
//   then:                                 then:
//     call @lock()                          call @lock()
//     br label %body                        br label %body.then
//   body:                                 body.then:
//     invoke @work() to label %test ...     invoke @work() to label %unlock ...
//   test:                                 body:
//     br i1 %c, label %unlock, ...          invoke @work() to label %exit ...
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_THREADINVOKES_H
#define DEFER_TRANSFORMS_THREADINVOKES_H

#include "llvm/IR/PassManager.h"

namespace defer {

/// `defer-thread-invokes`: for functions that have our personality, at the end
/// of the pipeline.
class DeferThreadInvokesPass
    : public llvm::PassInfoMixin<DeferThreadInvokesPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
};

} // namespace defer

#endif // DEFER_TRANSFORMS_THREADINVOKES_H
