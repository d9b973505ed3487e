//===-- FlowWarnings.cpp - Clang's flow warnings, at their time -----------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowWarnings.h"

#include "Compat.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Sema/AnalysisBasedWarnings.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace defer {

void FlowWarnings::hold() {
  if (!CI.hasSema())
    return;
  Sema &S = CI.getSema();
  auto *F = dyn_cast_or_null<FunctionDecl>(S.CurContext);
  sema::FunctionScopeInfo *Info = S.getCurFunction();
  if (!F || !Info)
    return;
  release(nullptr);
  Held = F;
  Scope.emplace(*Info);
  Info->PossiblyUnreachableDiags.clear();
  // Sema skips a function that has errors, and those that CUDA would only
  // report once somebody calls the function are kept in a public table: an
  // entry there stops the analysis, and is never printed. It must be one of
  // Clang's own errors; this is one that is deferred so.
  S.DeviceDeferredDiags[F].push_back(
      {F->getLocation(),
       PartialDiagnostic(diag::err_thread_unsupported,
                         S.getASTContext().getDiagAllocator())});
}

bool FlowWarnings::release(const FunctionDecl *F) {
  if (!Held)
    return false;
  CI.getSema().DeviceDeferredDiags.erase(Held);
  return std::exchange(Held, nullptr) == F;
}

void FlowWarnings::issue(const FunctionDecl *F) {
  Sema &S = CI.getSema();
  auto Policy = getWarningPolicy(S.AnalysisWarnings, F->getEndLoc());
  if (F->hasImplicitReturnZero()) // main()
    Policy.disableCheckFallThrough();
  S.AnalysisWarnings.IssueWarnings(Policy, &*Scope, F, QualType());
  Scope.reset();
}

} // namespace defer
