//===-- ResultAttr.h - The attribute behind defer_result ------ -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_RESULTATTR_H
#define DEFER_FRONTEND_RESULTATTR_H

#include "llvm/ADT/StringRef.h"

namespace defer {

/// What `__attribute__((__defer_result__))` leaves on the variable, until its
/// function is rewritten.
inline constexpr llvm::StringLiteral ResultAnnotation = "defer_result";

} // namespace defer

#endif // DEFER_FRONTEND_RESULTATTR_H
