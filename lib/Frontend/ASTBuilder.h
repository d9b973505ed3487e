//===-- ASTBuilder.h - Short names for AST nodes -------------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Builds nodes that are right for CodeGen, of which Sema is not asked: it has
// left the function by the time the plugin rewrites it.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_ASTBUILDER_H
#define DEFER_FRONTEND_ASTBUILDER_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/ArrayRef.h"

namespace defer {

class ASTBuilder {
public:
  explicit ASTBuilder(clang::ASTContext &Context) : C(Context) {}

  clang::ASTContext &context() const { return C; }

  /// Where the nodes to come are said to stand; of a statement the end as well.
  void setLocation(clang::SourceRange Range) {
    Loc = Range.getBegin();
    End = Range.getEnd();
  }
  clang::SourceLocation getLocation() const { return Loc; }
  clang::SourceRange getRange() const { return {Loc, End}; }

  // Expressions.
  clang::Expr *ref(clang::ValueDecl *D) const;  ///< lvalue; function designator
  clang::Expr *load(clang::Expr *LValue) const; ///< its value
  clang::Expr *read(clang::ValueDecl *D) const; ///< load(ref(D))
  clang::Expr *addressOf(clang::Expr *LValue) const;
  clang::Expr *deref(clang::Expr *Pointer) const; ///< lvalue
  clang::Expr *member(clang::VarDecl *Struct, clang::FieldDecl *Field) const;
  clang::Expr *arrow(clang::Expr *Pointer, clang::FieldDecl *Field) const;
  clang::Expr *assign(clang::Expr *LValue, clang::Expr *Value) const;
  clang::Expr *call(clang::FunctionDecl *F,
                    llvm::ArrayRef<clang::Expr *> Arguments) const;
  clang::Expr *functionPointer(clang::FunctionDecl *F) const;
  clang::Expr *voidPointer(clang::Expr *Pointer) const; ///< as a `void *`
  clang::Expr *pointerCast(clang::Expr *Pointer, clang::QualType T) const;
  clang::Expr *notNull(clang::Expr *Pointer) const;
  clang::Expr *isNull(clang::Expr *Pointer) const;
  clang::Expr *size(uint64_t Value) const;
  clang::Expr *nullPointer() const;
  clang::Expr *string(llvm::StringRef Text) const; ///< a `char *`
  clang::Expr *zero(clang::QualType T) const;
  clang::Expr *statementExpr(clang::CompoundStmt *Body,
                             clang::QualType T) const;
  /// CodeGen sees \p Emitted. Coverage sees a statement at the range at hand in
  /// which \p Written, expressions in \p Emitted, are evaluated.
  clang::Expr *pseudoObject(llvm::ArrayRef<clang::Expr *> Written,
                            clang::CompoundStmt *Emitted) const;

  // Statements.
  clang::CompoundStmt *compound(llvm::ArrayRef<clang::Stmt *> Body) const;
  clang::Stmt *declare(clang::VarDecl *D) const;
  clang::Stmt *ifThen(clang::Expr *Condition, clang::Stmt *Then,
                      clang::Stmt *Else = nullptr) const;
  clang::Stmt *jump(clang::LabelDecl *Label) const;
  clang::Stmt *label(clang::LabelDecl *Label, clang::Stmt *S = nullptr) const;
  clang::Stmt *null() const;

  // Declarations.
  /// A variable of ours, which a debugger does not show.
  clang::VarDecl *variable(clang::DeclContext *DC, llvm::StringRef Name,
                           clang::QualType T,
                           clang::Expr *Init = nullptr) const;
  /// A reference to \p Referent by the name of \p V, which a debugger shows.
  clang::VarDecl *alias(clang::DeclContext *DC, const clang::VarDecl *V,
                        clang::Expr *Referent) const;
  clang::LabelDecl *newLabel(clang::DeclContext *DC,
                             llvm::StringRef Name) const;
  clang::FunctionDecl *function(llvm::StringRef Name, clang::QualType Result,
                                llvm::ArrayRef<clang::QualType> Parameters,
                                clang::StorageClass SC) const;

private:
  clang::ASTContext &C;
  clang::SourceLocation Loc, End;
};

} // namespace defer

#endif // DEFER_FRONTEND_ASTBUILDER_H
