//===-- Checks.h - What a defer statement must be ------------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rules that need an AST: what is deferred (E1), where (E2, E5), jumps
// across a deferred block (E3) and the named result (E4).
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_CHECKS_H
#define DEFER_FRONTEND_CHECKS_H

#include "clang/AST/Expr.h"

namespace clang {
class ASTContext;
class DiagnosticsEngine;
class FunctionDecl;
} // namespace clang

namespace defer {

class Keyword;

/// What stands behind `defer`: a block, a call, or neither.
struct DeferredCode {
  clang::StmtExpr *Block = nullptr;
  /// A CallExpr, or a builtin that Clang has its own node for.
  clang::Expr *Call = nullptr;
  /// The operand without what C lets one write around it.
  clang::Expr *Operand = nullptr;

  /// \p Defer is what Keyword::getDefer() returned.
  explicit DeferredCode(const clang::UnaryOperator *Defer);
};

/// Whether \p Child is a statement of \p Parent rather than a part of an
/// expression in it.
bool isSubstatement(const clang::Stmt *Parent, const clang::Stmt *Child);

/// \returns true if the value of \p E is the same whenever it is asked for, in
/// whatever function: a deferred call need not keep it.
bool isConstant(clang::Expr *E, clang::ASTContext &C);

/// Whether \p E calls defer_recover().
bool isRecoverCall(const clang::CallExpr *E);

/// The variable that `defer_result` was put on.
bool isResultVariable(const clang::VarDecl *V);

/// What a function has that the plugin must see to.
struct FunctionSummary {
  bool Defers = false;
  bool Recovers = false;
  clang::VarDecl *Result = nullptr;
  bool Valid = true;
};

/// Looks \p F over, claims its defer statements and reports what is wrong.
FunctionSummary checkFunction(clang::FunctionDecl *F, Keyword &K,
                              clang::DiagnosticsEngine &Diags);

/// Reports what of ours stands in blocks of the language extension (`^{ }`) in
/// \p E, which is such a block or the initializer of a global variable.
/// \returns false if there is any.
bool checkBlockLiterals(clang::Expr *E, Keyword &K,
                        clang::DiagnosticsEngine &Diags);

} // namespace defer

#endif // DEFER_FRONTEND_CHECKS_H
