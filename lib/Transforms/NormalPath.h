//===-- NormalPath.h - What runs without a panic -------------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_NORMALPATH_H
#define DEFER_TRANSFORMS_NORMALPATH_H

#include "llvm/ADT/SmallPtrSet.h"

namespace llvm {
class BasicBlock;
class Function;
} // namespace llvm

namespace defer {

using BlockSet = llvm::SmallPtrSet<const llvm::BasicBlock *, 16>;

/// The blocks that are reached without a panic.
BlockSet findNormalBlocks(const llvm::Function &F);

/// Takes those blocks out of \p NormalBlocks that are never left but by a panic
/// or by the program's end.
void removeLastBlocks(BlockSet &NormalBlocks);

} // namespace defer

#endif // DEFER_TRANSFORMS_NORMALPATH_H
