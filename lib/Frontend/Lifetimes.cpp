//===-- Lifetimes.cpp - Where variables begin to live ---------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lifetimes.h"

#include "Checks.h"
#include "Keyword.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Expr.h"

using namespace clang;

namespace defer {

Lifetimes::Lifetimes(CompoundStmt *Body, Keyword &K,
                     const llvm::DenseSet<const VarDecl *> &Captured,
                     bool HasLabels)
    : K(K), Captured(Captured), HasLabels(HasLabels) {
  visit(Body, nullptr);
  if (!Repeated.empty())
    resolve();
}

Lifetimes::Scope *Lifetimes::enter(const Stmt *S, const Scope *Parent) {
  Scopes.push_back(std::make_unique<Scope>());
  *Scopes.back() = {S, Parent, Parent ? Parent->Depth + 1 : 0, {}};
  return Scopes.back().get();
}

Lifetimes::Jump &Lifetimes::addJump(const Stmt *S, const Scope *In) {
  Jumps.push_back({S, {In, Position}, {}, {}});
  return Jumps.back();
}

void Lifetimes::visit(Stmt *S, Scope *In) {
  if (!S)
    return;
  switch (S->getStmtClass()) {
  case Stmt::BlockExprClass:
    return;
  case Stmt::CompoundStmtClass:
    In = enter(S, In);
    break;
  case Stmt::ForStmtClass: {
    auto *For = cast<ForStmt>(S);
    In = enter(S, In);
    visit(For->getInit(), In);
    ++Loops;
    visit(For->getCond(), In);
    visit(For->getInc(), In);
    visitChild(For, For->getBody(), In);
    --Loops;
    return;
  }
  case Stmt::WhileStmtClass:
  case Stmt::DoStmtClass:
    ++Loops;
    visitChildren(S, In);
    --Loops;
    return;
  case Stmt::SwitchStmtClass:
    Switches.push_back(Jumps.size());
    addJump(S, In);
    visitChildren(S, In);
    Switches.pop_back();
    return;
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    Jumps[Switches.back()].Cases.push_back({In, Position});
    break;
  case Stmt::LabelStmtClass:
    Labels[cast<LabelStmt>(S)->getDecl()] = {In, Position};
    break;
  case Stmt::GotoStmtClass:
    addJump(S, In).Labels.push_back(cast<GotoStmt>(S)->getLabel());
    break;
  case Stmt::IndirectGotoStmtClass:
    addJump(S, In);
    break;
  case Stmt::GCCAsmStmtClass: {
    auto *Asm = cast<GCCAsmStmt>(S);
    if (!Asm->isAsmGoto())
      break;
    Jump &J = addJump(S, In);
    for (AddrLabelExpr *Label : Asm->labels())
      J.Labels.push_back(Label->getLabel());
    break;
  }
  case Stmt::AddrLabelExprClass:
    AddressTaken.insert(cast<AddrLabelExpr>(S)->getLabel());
    break;
  case Stmt::DeclStmtClass:
    visitDeclaration(cast<DeclStmt>(S), In);
    return;
  default:
    break;
  }
  visitChildren(S, In);
}

void Lifetimes::visitChildren(Stmt *S, Scope *In) {
  for (Stmt *Child : S->children())
    visitChild(S, Child, In);
}

/// A deferred block is another frame.
void Lifetimes::visitChild(Stmt *S, Stmt *Child, Scope *In) {
  const UnaryOperator *Defer = K.getDefer(Child);
  if (!Defer || !isSubstatement(S, Child))
    visit(Child, In);
  else if (DeferredCode Code(Defer); !Code.Block)
    visit(Code.Call, In);
}

/// A variable's initializer may use it, and what comes before may not.
void Lifetimes::visitDeclaration(DeclStmt *S, Scope *In) {
  auto *D = S->decl_begin();
  auto DeclareOne = [&] {
    auto *V = dyn_cast<VarDecl>(*D++);
    // What a function declares in its own scope is there once.
    if (V && V->hasLocalStorage() && Captured.count(V) && In->Parent &&
        (Loops || HasLabels) && !V->hasAttr<CleanupAttr>() &&
        !V->getType().getCanonicalType()->isVariablyModifiedType()) {
      Repeated.insert(V);
      In->Variables.push_back({V, ++Position});
    }
  };
  for (Stmt *Child : S->children()) {
    auto *Of = std::find_if(D, S->decl_end(), [&](Decl *D) {
      auto *V = dyn_cast<VarDecl>(D);
      return V && V->getInit() == Child;
    });
    while (Of != S->decl_end() && D <= Of)
      DeclareOne();
    visit(Child, In);
  }
  while (D != S->decl_end())
    DeclareOne();
}

void Lifetimes::resolve() {
  auto ForEach = [&](auto Visit) {
    for (Jump &J : Jumps) {
      ArrayRef<const LabelDecl *> To = J.Labels;
      if (isa<IndirectGotoStmt>(J.S))
        To = AddressTaken.getArrayRef();
      for (const LabelDecl *Label : To)
        if (auto It = Labels.find(Label); It != Labels.end())
          Visit(J, It->second);
      for (Place Case : J.Cases)
        Visit(J, Case);
    }
  };
  // A jump past the declaration, whose end the variable sees.
  ForEach([&](const Jump &J, Place To) {
    for (const Scope *S = To.In; S; S = S->Parent)
      for (auto [V, Declared] : S->Variables)
        if (Declared <= To.Position &&
            !(S->encloses(J.From.In) && Declared <= J.From.Position))
          Passed.insert(V);
  });
  ForEach([&](const Jump &J, Place To) {
    for (const Scope *S = To.In; S && !S->encloses(J.From.In); S = S->Parent)
      for (auto [V, Declared] : S->Variables)
        if (Passed.count(V))
          Begun[J.S].insert(V);
  });
  for (auto &S : Scopes)
    for (auto [V, Declared] : S->Variables)
      if (Passed.count(V))
        Begun[S->Of].insert(V);
}

} // namespace defer
