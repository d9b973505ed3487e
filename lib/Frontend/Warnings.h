//===-- Warnings.h - What is valid and hardly meant ----------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Warnings about functions that Checks.h has found valid:
//
//   W1  a deferred block that sees the last value of a loop's variable, a lock
//       that a loop takes again before its deferred unlock has run
//   W3  deferred code that uses a variable whose `cleanup` has run by then
//   W5  a defer or a panic in a function that promises not to unwind
//
// Each says no more than the function itself tells: what may be meant is not
// warned about.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_WARNINGS_H
#define DEFER_FRONTEND_WARNINGS_H

namespace clang {
class DiagnosticsEngine;
class FunctionDecl;
} // namespace clang

namespace defer {

class Keyword;

/// Which warnings are wanted. A plugin cannot make a `-W` group of its own.
struct WarningOptions {
  bool Loop = true;    ///< W1
  bool Cleanup = true; ///< W3
};

/// Warns about \p F, in which Checks.h found nothing wrong and which was not
/// rewritten yet.
void warnAbout(clang::FunctionDecl *F, const Keyword &K,
               clang::DiagnosticsEngine &Diags, const WarningOptions &Options);

} // namespace defer

#endif // DEFER_FRONTEND_WARNINGS_H
