//===-- FlowWarnings.h - Clang's flow warnings, at their time ---*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sema looks for uninitialized variables, missing returns, locks and the like
// as soon as a function's body has ended, before a plugin is shown the
// function. In a function that defers this is held back, and done later on a
// form of the function that has the deferred calls where they run (FlowForm.h).
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_FLOWWARNINGS_H
#define DEFER_FRONTEND_FLOWWARNINGS_H

#include "clang/Sema/ScopeInfo.h"
#include <optional>

namespace clang {
class CompilerInstance;
class FunctionDecl;
class Sema;
} // namespace clang

namespace defer {

class FlowWarnings {
public:
  explicit FlowWarnings(clang::CompilerInstance &CI) : CI(CI) {}

  /// To be called behind the closing brace of a function: Sema will not look
  /// for flow warnings in it.
  void hold();

  /// Ends what hold() began. \returns true if it held back those of \p F, which
  /// is then to be given a body to look at, and to issue().
  bool release(const clang::FunctionDecl *F);

  void issue(const clang::FunctionDecl *F);

private:
  struct HeldScope : clang::sema::FunctionScopeInfo {
    explicit HeldScope(const FunctionScopeInfo &Scope)
        : FunctionScopeInfo(Scope) {}
  };

  clang::CompilerInstance &CI;
  const clang::FunctionDecl *Held = nullptr;
  /// What Sema knew of the function: warnings that hold only where the code can
  /// be reached, among other things.
  std::optional<HeldScope> Scope;
};

} // namespace defer

#endif // DEFER_FRONTEND_FLOWWARNINGS_H
