//===-- CopiedValue.h - Values of code that is there twice ---- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_COPIEDVALUE_H
#define DEFER_TRANSFORMS_COPIEDVALUE_H

#include "llvm/Transforms/Utils/ValueMapper.h"

namespace llvm {
class BasicBlock;
class Instruction;
class Value;
} // namespace llvm

namespace defer {

/// Leads the uses of \p I in other blocks than its own and \p KnownIn, at whose
/// end it is known, to it, or to \p Copy, known at the end of \p CopiedIn, or
/// to a PHI of both.
void useCopy(llvm::Instruction &I, llvm::BasicBlock *KnownIn, llvm::Value *Copy,
             llvm::BasicBlock *CopiedIn);

/// Adds to the PHIs of \p To what they have from \p Old, for the way from its
/// copy \p New. \p Map says what has become of the values.
void addWayOfCopy(llvm::BasicBlock &To, llvm::BasicBlock &Old,
                  llvm::BasicBlock &New, const llvm::ValueToValueMapTy &Map);

} // namespace defer

#endif // DEFER_TRANSFORMS_COPIEDVALUE_H
