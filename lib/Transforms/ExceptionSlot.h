//===-- ExceptionSlot.h - Exceptions in memory ----------------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A panic chain holds on to what it runs for from call to call. In a register
// that is one more for the function to save and restore, each time that it is
// called. Where its calls do not keep as many already, the exception waits in
// the function's frame:
//
//   before:                               after:
//   pad:                                  pad:
//     %p = landingpad ...                   %p = landingpad ...
//     %a = extractvalue %p, 0               %a = extractvalue %p, 0
//                                           store %a, %slot
//     invoke @cleanup(...)                  invoke @cleanup(...)
//         unwind label %nested                  unwind label %nested
//   next:                                 next:
//                                           %c = load %slot
//     call @__defer_finish(%a)              call @__defer_finish(%c)
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_EXCEPTIONSLOT_H
#define DEFER_TRANSFORMS_EXCEPTIONSLOT_H

#include "llvm/ADT/SmallPtrSet.h"

namespace llvm {
class BasicBlock;
class Function;
} // namespace llvm

namespace defer {

using BlockSet = llvm::SmallPtrSet<const llvm::BasicBlock *, 16>;

/// \p NormalBlocks: those that are reached without a panic. \returns true if
/// \p F was changed.
bool keepExceptionsInMemory(llvm::Function &F, const BlockSet &NormalBlocks);

} // namespace defer

#endif // DEFER_TRANSFORMS_EXCEPTIONSLOT_H
