//===-- FlowForm.h - A function as analyses should see it -------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's flow warnings and its analyzer would take deferred code for code that
// runs at its statement. This form of a function has it where it runs, at the
// function's ends:
//
//   int f(int c) {                  int f(int c) {
//     defer a();                      _Bool flag = 0;
//     if (c)                          defer.site();
//       defer b(c);                   if (c)
//     return g();                       { c; flag = 1; defer.site(); }
//   }                                 { g(); if (flag) b(c); a(); return 0; }
//                                   }
//
// Each return has the code of what may be pending there, without a condition
// where it surely is: what is pending Clang's own CFG tells. The form is for
// looking at only, so code that stands at several ends is one node of the AST.
//
// The analyzer follows paths, and so can the form that it gets: one exit, to
// which every return jumps, a flag for each site, a variable for each frozen
// argument.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_FLOWFORM_H
#define DEFER_FRONTEND_FLOWFORM_H

#include "ASTBuilder.h"
#include "Checks.h"

namespace defer {

class Keyword;

/// Gives a function a body in this form, and takes it back.
class FlowForm {
public:
  enum Use { Warnings, Analyzer };

  /// \p F has valid defer statements, or a result variable.
  FlowForm(clang::FunctionDecl *F, const FunctionSummary &Summary, Keyword &K,
           Use For);

  /// Restores the body to the last node.
  void undo();

private:
  struct Site;
  struct Frame;

  clang::CompoundStmt *makeFrame(clang::CompoundStmt *Body,
                                 clang::VarDecl *Result);
  void visit(clang::Stmt *S, Frame &In);
  void visitDefer(clang::Stmt *&Slot, const clang::UnaryOperator *Defer,
                  Frame &In);
  clang::Stmt *deferCall(clang::Expr *Call, Frame &In,
                         llvm::SmallVectorImpl<clang::Stmt *> &Now);
  clang::Expr *freeze(clang::Expr *Value, Frame &In,
                      llvm::SmallVectorImpl<clang::Stmt *> &Now);
  clang::VarDecl *declare(llvm::StringRef Name, clang::QualType T,
                          llvm::SmallVectorImpl<clang::Stmt *> &Out);
  void endAtReturns(Frame &In, clang::CompoundStmt *&Body);
  void endAtExit(Frame &In, clang::CompoundStmt *&Body, clang::VarDecl *Result);
  void replace(clang::Stmt *&Slot, clang::Stmt *New) {
    Undo.push_back({&Slot, Slot});
    Slot = New;
  }

  clang::FunctionDecl *F;
  Keyword &K;
  Use For;
  ASTBuilder B;
  clang::ASTContext &C;
  clang::FunctionDecl *Marker;

  clang::Stmt *OldBody;
  llvm::SmallVector<clang::VarDecl *, 8> Added;
  clang::VarDecl *ZeroedResult = nullptr;
  llvm::SmallVector<std::pair<clang::Stmt **, clang::Stmt *>, 16> Undo;
};

} // namespace defer

#endif // DEFER_FRONTEND_FLOWFORM_H
