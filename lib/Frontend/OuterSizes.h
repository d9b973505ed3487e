//===-- OuterSizes.h - Array sizes from outside of a block ------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// To CodeGen the size of a variable-length array is a value of the function in
// which the array's type was written. In a deferred block, which becomes
// another function, such types are replaced by equal ones whose sizes are
// values of that.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_OUTERSIZES_H
#define DEFER_FRONTEND_OUTERSIZES_H

#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <functional>

namespace defer {

class OuterSizes : public clang::RecursiveASTVisitor<OuterSizes> {
public:
  /// \returns in the block's function the number of elements of an array of
  /// type \p T, a type of the outer function.
  using CountFn =
      std::function<clang::Expr *(const clang::VariableArrayType *T)>;

  OuterSizes(clang::ASTContext &C, clang::CompoundStmt *Block, CountFn Count);

  /// The type that stands for \p T in the block.
  clang::QualType map(clang::QualType T);

  /// Replaces the types in the block.
  void mapBlock();

  // For RecursiveASTVisitor.
  bool shouldVisitImplicitCode() const { return true; }
  bool VisitVariableArrayTypeLoc(clang::VariableArrayTypeLoc TL);
  bool VisitVarDecl(clang::VarDecl *V);
  bool VisitTypedefDecl(clang::TypedefDecl *D);
  bool VisitUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr *E);
  bool VisitVAArgExpr(clang::VAArgExpr *E);
  bool VisitExpr(clang::Expr *E);

private:
  bool dependsOnOuter(clang::QualType T) const;

  clang::ASTContext &C;
  clang::CompoundStmt *Block;
  CountFn Count;
  bool Collecting = true;
  /// Sizes that are written in the block itself.
  llvm::DenseSet<const clang::Expr *> Inner;
  llvm::DenseMap<const clang::Expr *, clang::Expr *> Counts;
};

} // namespace defer

#endif // DEFER_FRONTEND_OUTERSIZES_H
