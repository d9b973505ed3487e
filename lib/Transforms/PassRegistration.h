//===-- PassRegistration.h - Registers the passes with a PassBuilder - -*- C++
//-*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_PASSREGISTRATION_H
#define DEFER_TRANSFORMS_PASSREGISTRATION_H

#include "DeferInfo.h"

namespace llvm {
class PassBuilder;
} // namespace llvm

namespace defer {

/// Makes `lower-defer` and `print<defer>` known to `-passes=`.
void registerPassNames(llvm::PassBuilder &PB);

/// Runs the lowering at the start of every pipeline: before inlining and SROA,
/// and before a sanitizer or LTO sees the module. Without a mode the module
/// says which. What is to be seen to at the pipeline's end is there, too; for
/// \p Split see ColdPads.h.
void registerAtPipelineStart(llvm::PassBuilder &PB,
                             std::optional<LoweringMode> Mode, bool Split);

} // namespace defer

#endif // DEFER_TRANSFORMS_PASSREGISTRATION_H
