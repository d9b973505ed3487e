//===-- Checks.cpp - What a defer statement must be -----------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Checks.h"

#include "Compat.h"
#include "Keyword.h"
#include "ResultAttr.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace defer {

DeferredCode::DeferredCode(const UnaryOperator *Defer) {
  // The keyword's own cast to void, and what stands around a call in C: its
  // parentheses, another such cast, a selection that the types have made.
  Expr *E = Defer->getSubExpr();
  while (true) {
    Expr *Inner = E->IgnoreParens();
    if (auto *Cast = dyn_cast<CStyleCastExpr>(Inner)) {
      if (!Cast->getType()->isVoidType())
        break;
      Inner = Cast->getSubExpr();
    } else if (auto *Selection = dyn_cast<GenericSelectionExpr>(Inner)) {
      Inner = Selection->getResultExpr();
    } else if (auto *Choice = dyn_cast<ChooseExpr>(Inner)) {
      Inner = Choice->getChosenSubExpr();
    } else if (auto *Full = dyn_cast<ExprWithCleanups>(Inner)) {
      Inner = Full->getSubExpr();
    }
    if (Inner == E)
      break;
    E = Inner;
  }
  Operand = E;
  Block = dyn_cast<StmtExpr>(E);
  if (isa<CallExpr, AtomicExpr>(E))
    Call = E;
}

bool isSubstatement(const Stmt *Parent, const Stmt *Child) {
  if (isa<CompoundStmt, LabelStmt, AttributedStmt>(Parent))
    return true;
  if (auto *If = dyn_cast<IfStmt>(Parent))
    return Child == If->getThen() || Child == If->getElse();
  if (auto *For = dyn_cast<ForStmt>(Parent))
    return Child == For->getBody();
  if (auto *While = dyn_cast<WhileStmt>(Parent))
    return Child == While->getBody();
  if (auto *Do = dyn_cast<DoStmt>(Parent))
    return Child == Do->getBody();
  if (auto *Switch = dyn_cast<SwitchStmt>(Parent))
    return Child == Switch->getBody();
  if (auto *Case = dyn_cast<SwitchCase>(Parent))
    return Child == Case->getSubStmt();
  return false;
}

bool isConstant(Expr *E, ASTContext &C) {
  if (!E->isPRValue() || E->HasSideEffects(C) ||
      !E->isConstantInitializer(C, /*ForRef=*/false))
    return false;
  // A label's address belongs to the function that has the label.
  struct Finder : RecursiveASTVisitor<Finder> {
    bool Found = false;
    bool VisitAddrLabelExpr(AddrLabelExpr *) { return !(Found = true); }
    bool VisitCompoundLiteralExpr(CompoundLiteralExpr *) {
      return !(Found = true);
    }
  } F;
  F.TraverseStmt(E);
  return !F.Found;
}

bool isRecoverCall(const CallExpr *E) {
  const FunctionDecl *F = E->getDirectCallee();
  return F && F->getIdentifier() && F->getName() == "defer_recover" &&
         F->hasExternalFormalLinkage() && E->getNumArgs() == 0;
}

bool isResultVariable(const VarDecl *V) {
  for (auto *A : V->specific_attrs<AnnotateAttr>())
    if (A->getAnnotation() == ResultAnnotation)
      return true;
  return false;
}

namespace {

/// The function's own code, or one deferred block.
struct Region {
  const Region *Parent = nullptr;

  bool encloses(const Region *Other) const {
    for (; Other; Other = Other->Parent)
      if (Other == this)
        return true;
    return false;
  }
};

void reportError(DiagnosticsEngine &Diags, SourceLocation Loc, StringRef Text) {
  Diags.Report(Loc, Diags.getDiagnosticIDs()->getCustomDiagID(
                        DiagnosticIDs::Error, Text));
}

/// Code that Clang makes a function of in ways of its own: blocks of the
/// language extension (`^{ ... }`) and OpenMP's regions. Nothing of ours can
/// stand in it.
class ForeignCode : public RecursiveASTVisitor<ForeignCode> {
public:
  ForeignCode(Keyword &K, DiagnosticsEngine &Diags, StringRef Name)
      : K(K), Diags(Diags), Name(Name) {}
  bool Valid = true;

  bool VisitUnaryOperator(UnaryOperator *E) {
    if (const UnaryOperator *Defer = K.getDefer(E); Defer && K.claim(Defer))
      report(Defer->getOperatorLoc(),
             ("cannot defer in " + Name + "; let it call a function").str());
    return true;
  }
  bool VisitVarDecl(VarDecl *V) {
    if (isResultVariable(V))
      report(
          V->getLocation(),
          ("result variable '" + V->getName() + "' stands in " + Name).str());
    return true;
  }

private:
  void report(SourceLocation Loc, StringRef Text) {
    Valid = false;
    reportError(Diags, Loc, Text);
  }

  Keyword &K;
  DiagnosticsEngine &Diags;
  StringRef Name;
};

/// Statements in the operand of a `typeof` are never executed: what they defer
/// is nobody's business. Except where the type has a variable size: it is
/// evaluated, where nothing can be rewritten. So is the size of an array,
/// unless it stands in a declaration.
class Types : public RecursiveASTVisitor<Types> {
public:
  Types(Keyword &K, DiagnosticsEngine &Diags) : K(K), Diags(Diags) {}
  bool Valid = true;

  bool VisitTypeOfExprTypeLoc(TypeOfExprTypeLoc TL) {
    claim(TL.getUnderlyingExpr(),
          TL.getType()->isVariablyModifiedType()
              ? "cannot defer in the operand of a 'typeof' that is a type of "
                "variable size"
              : nullptr);
    return true;
  }
  bool VisitVariableArrayTypeLoc(VariableArrayTypeLoc TL) {
    if (Expr *Size = TL.getSizeExpr())
      claim(Size, "cannot defer in the size of an array type");
    return true;
  }

private:
  void claim(const Stmt *S, const char *Error) {
    for (const Stmt *Child : S->children()) {
      if (!Child)
        continue;
      const UnaryOperator *Defer = K.getDefer(Child);
      if (Defer && isSubstatement(S, Child) && K.claim(Defer) && Error) {
        Valid = false;
        reportError(Diags, Defer->getOperatorLoc(), Error);
      }
      claim(Child, Error);
    }
  }

  Keyword &K;
  DiagnosticsEngine &Diags;
};

class Checker {
public:
  Checker(FunctionDecl *F, Keyword &K, DiagnosticsEngine &Diags)
      : F(F), K(K), Diags(Diags) {}

  FunctionSummary run();

private:
  /// Where the walk is: how much of what `break`, `continue` and `case` refer
  /// to lies in the same region.
  struct Place {
    Region *In;
    unsigned Breakable = 0;
    unsigned Loops = 0;
    unsigned Switches = 0;
    unsigned Scopes = 0;
    bool InDeferredCall = false;
  };

  void visit(Stmt *S, Place P);
  void visitDefer(const UnaryOperator *Defer, Place P);
  void visitVariable(VarDecl *V, Place P);
  void visitReference(DeclRefExpr *E, Place P);
  void visitLiteral(const BlockDecl *Literal, Place P);
  void checkLiterals();
  void checkArguments(const CallExpr *E);
  bool visitElement(ImplicitCastExpr *E, Place P);
  void checkJumps();
  void checkJump(SourceLocation Loc, const Region *From, const Region *To);
  void checkNeighbours();
  void report(SourceLocation Loc, StringRef Text, SourceRange Range = {});
  bool returnsTwice(const CallExpr *E) const;

  FunctionDecl *F;
  Keyword &K;
  DiagnosticsEngine &Diags;
  FunctionSummary Summary;

  std::vector<std::unique_ptr<Region>> Regions;
  llvm::DenseMap<const LabelDecl *, const Region *> Labels;
  struct Jump {
    SourceLocation Loc;
    const Region *From;
    const LabelDecl *To;
  };
  SmallVector<Jump, 8> Jumps;
  SmallVector<std::pair<SourceLocation, const Region *>, 2> IndirectJumps;
  SmallVector<Jump, 4> AddressTaken;
  struct Declared {
    const Region *In;
    unsigned Scopes;
  };
  llvm::DenseMap<const VarDecl *, Declared> Variables;
  Declared getDeclared(const VarDecl *V) const {
    auto It = Variables.find(V);
    return It != Variables.end() ? It->second
                                 : Declared{Regions.front().get(), 1};
  }
  /// Whose own value is asked for, and no more.
  llvm::DenseSet<const Expr *> Reads;
  /// The variables that deferred code has the address of.
  llvm::DenseSet<const VarDecl *> DeferredUses;
  /// What block literals capture of inner scopes, and where they do.
  SmallVector<std::pair<SourceLocation, const VarDecl *>, 2> Captures;
  bool Repeats = false;
  SmallVector<const CallExpr *, 2> TwiceReturning;
  SmallVector<SourceLocation, 1> MustTails;
};

void Checker::report(SourceLocation Loc, StringRef Text, SourceRange Range) {
  Summary.Valid = false;
  unsigned ID =
      Diags.getDiagnosticIDs()->getCustomDiagID(DiagnosticIDs::Error, Text);
  DiagnosticBuilder Builder = Diags.Report(Loc, ID);
  if (Range.isValid())
    Builder << Range;
}

FunctionSummary Checker::run() {
  Regions.push_back(std::make_unique<Region>());
  visit(F->getBody(), {Regions.back().get()});
  Types Types(K, Diags);
  Types.TraverseDecl(F);
  Summary.Valid &= Types.Valid;
  checkJumps();
  checkLiterals();
  if (Summary.Defers)
    checkNeighbours();
  return Summary;
}

void Checker::visit(Stmt *S, Place P) {
  if (!S)
    return;
  switch (S->getStmtClass()) {
  case Stmt::BlockExprClass: // another function
    Summary.Valid &= checkBlockLiterals(cast<BlockExpr>(S), K, Diags);
    visitLiteral(cast<BlockExpr>(S)->getBlockDecl(), P);
    return;
  case Stmt::CapturedStmtClass: {
    ForeignCode Code(K, Diags, "an OpenMP region");
    Code.TraverseStmt(cast<CapturedStmt>(S)->getCapturedStmt());
    Summary.Valid &= Code.Valid;
    break;
  }
  case Stmt::CompoundStmtClass:
    ++P.Scopes;
    break;
  case Stmt::ForStmtClass:
  case Stmt::WhileStmtClass:
  case Stmt::DoStmtClass:
    ++P.Breakable;
    ++P.Loops;
    ++P.Scopes;
    Repeats = true;
    break;
  case Stmt::SwitchStmtClass:
    ++P.Breakable;
    ++P.Switches;
    break;
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    if (P.In->Parent && !P.Switches)
      report(S->getBeginLoc(), "cannot jump into a deferred block");
    break;
  case Stmt::BreakStmtClass:
    if (auto *Name = getLoopName<LabelDecl>(cast<BreakStmt>(S)))
      Jumps.push_back({S->getBeginLoc(), P.In, Name});
    else if (P.In->Parent && !P.Breakable)
      report(S->getBeginLoc(), "cannot jump out of a deferred block");
    break;
  case Stmt::ContinueStmtClass:
    if (auto *Name = getLoopName<LabelDecl>(cast<ContinueStmt>(S)))
      Jumps.push_back({S->getBeginLoc(), P.In, Name});
    else if (P.In->Parent && !P.Loops)
      report(S->getBeginLoc(), "cannot jump out of a deferred block");
    break;
  case Stmt::ReturnStmtClass:
    if (P.In->Parent)
      report(S->getBeginLoc(), "cannot jump out of a deferred block");
    break;
  case Stmt::LabelStmtClass:
    Labels[cast<LabelStmt>(S)->getDecl()] = P.In;
    Repeats = true;
    break;
  case Stmt::GotoStmtClass:
    Jumps.push_back({S->getBeginLoc(), P.In, cast<GotoStmt>(S)->getLabel()});
    break;
  case Stmt::IndirectGotoStmtClass:
    IndirectJumps.push_back({S->getBeginLoc(), P.In});
    break;
  case Stmt::AddrLabelExprClass:
    AddressTaken.push_back(
        {S->getBeginLoc(), P.In, cast<AddrLabelExpr>(S)->getLabel()});
    break;
  case Stmt::GCCAsmStmtClass: {
    auto *Asm = cast<GCCAsmStmt>(S);
    for (AddrLabelExpr *Label : Asm->labels())
      Jumps.push_back({S->getBeginLoc(), P.In, Label->getLabel()});
    for (unsigned I = 0, E = Asm->getNumOutputs(); I != E; ++I)
      visit(Asm->getOutputExpr(I), P);
    for (unsigned I = 0, E = Asm->getNumInputs(); I != E; ++I)
      visit(Asm->getInputExpr(I), P);
    return;
  }
  case Stmt::AttributedStmtClass:
    for (const Attr *A : cast<AttributedStmt>(S)->getAttrs())
      if (isa<MustTailAttr>(A))
        MustTails.push_back(S->getBeginLoc());
    break;
  case Stmt::DeclStmtClass:
    for (Decl *D : cast<DeclStmt>(S)->decls())
      if (auto *V = dyn_cast<VarDecl>(D))
        visitVariable(V, P);
    break;
  case Stmt::ImplicitCastExprClass:
    if (cast<ImplicitCastExpr>(S)->getCastKind() == CK_LValueToRValue)
      Reads.insert(cast<ImplicitCastExpr>(S)->getSubExpr()->IgnoreParens());
    if (P.InDeferredCall && visitElement(cast<ImplicitCastExpr>(S), P))
      return;
    break;
  case Stmt::UnaryExprOrTypeTraitExprClass:
    P.InDeferredCall = false;
    break;
  case Stmt::DeclRefExprClass:
    visitReference(cast<DeclRefExpr>(S), P);
    break;
  case Stmt::CallExprClass:
    Summary.Recovers |= isRecoverCall(cast<CallExpr>(S));
    if (P.In->Parent)
      checkArguments(cast<CallExpr>(S));
    if (returnsTwice(cast<CallExpr>(S)))
      TwiceReturning.push_back(cast<CallExpr>(S));
    break;
  default:
    break;
  }
  for (Stmt *Child : S->children()) {
    const UnaryOperator *Defer = K.getDefer(Child);
    if (Defer && isSubstatement(S, Child)) {
      visitDefer(Defer, P);
    } else if (Defer && K.claim(Defer)) {
      report(Defer->getOperatorLoc(),
             "defer is a statement, not an expression");
    } else {
      visit(Child, P);
    }
  }
}

void Checker::visitDefer(const UnaryOperator *Defer, Place P) {
  K.claim(Defer);
  Summary.Defers = true;
  DeferredCode Code(Defer);
  if (Code.Block) {
    Regions.push_back(std::make_unique<Region>());
    Regions.back()->Parent = P.In;
    visit(Code.Block->getSubStmt(), {Regions.back().get()});
  } else if (Code.Call) {
    if (auto *Call = dyn_cast<CallExpr>(Code.Call); Call && !P.In->Parent)
      checkArguments(Call);
    P.InDeferredCall = true;
    visit(Code.Call, P);
  } else if (!Code.Operand->containsErrors()) {
    // The parentheses may be the keyword's own.
    const Expr *Written = Code.Operand->IgnoreParenImpCasts();
    report(Written->getBeginLoc(), "defer statement must be a function call",
           Written->getSourceRange());
  } else {
    Summary.Valid = false;
  }
}

void Checker::visitVariable(VarDecl *V, Place P) {
  Variables[V] = {P.In, P.Scopes};
  if (!isResultVariable(V))
    return;
  auto Name = V->getNameAsString();
  if (P.In->Parent || P.Scopes != 1) {
    report(V->getLocation(), "result variable '" + Name +
                                 "' must stand in the function's own scope");
  } else if (F->getReturnType()->isVoidType()) {
    report(V->getLocation(), "result variable '" + Name + "' in function '" +
                                 F->getNameAsString() +
                                 "', which returns nothing");
  } else if (V->hasAttr<CleanupAttr>()) {
    report(V->getLocation(), "result variable '" + Name +
                                 "' must not have a cleanup: that would run "
                                 "before the deferred calls");
  } else if (V->getType().isConstQualified()) {
    report(V->getLocation(),
           "result variable '" + Name + "' must not be const");
  } else if (!F->getASTContext().hasSameUnqualifiedType(V->getType(),
                                                        F->getReturnType())) {
    report(V->getLocation(), "result variable '" + Name + "' has type '" +
                                 V->getType().getAsString() +
                                 "', but the function returns '" +
                                 F->getReturnType().getAsString() + "'");
  } else if (Summary.Result) {
    report(V->getLocation(), "second result variable '" + Name + "', after '" +
                                 Summary.Result->getNameAsString() + "'");
  } else {
    Summary.Result = V;
  }
}

/// A block is code of its own, to which the size of an array is unknown. Of an
/// array in the function's scope the elements can be had all the same. One of
/// an inner scope is gone when deferred code runs.
void Checker::visitReference(DeclRefExpr *E, Place P) {
  auto *V = dyn_cast<VarDecl>(E->getDecl());
  if (!V)
    return;
  Declared D = getDeclared(V);
  bool InBlock = D.In != P.In;
  if (!InBlock && !P.InDeferredCall)
    return;
  if (InBlock && V->hasLocalStorage() && V->hasAttr<AsmLabelAttr>())
    report(E->getLocation(), "a deferred block cannot use '" +
                                 V->getNameAsString() +
                                 "', which is a register; use a copy");
  if (InBlock || !Reads.count(E))
    DeferredUses.insert(V);
  QualType T = E->getType().getCanonicalType();
  if (!T->isVariablyModifiedType())
    return;
  auto Name = V->getNameAsString();
  auto *Array = F->getASTContext().getAsVariableArrayType(T);
  if (Array && D.Scopes > 1)
    report(E->getLocation(), std::string("a deferred ") +
                                 (InBlock ? "block" : "call") +
                                 " cannot use variable-length array '" + Name +
                                 "' of an inner scope: it is gone when the " +
                                 (InBlock ? "block" : "call") + " runs");
  else if (InBlock && D.Scopes > 1)
    report(E->getLocation(),
           "a deferred block cannot use '" + Name +
               "' of an inner scope, whose type depends on the size of a "
               "variable-length array; use a pointer to its elements");
}

/// What a block literal captures is copied to it, or moved where it can be
/// shared, by code that knows the variable by its own name: not by the one that
/// it has in a deferred block, nor as one that each iteration has its own of.
void Checker::visitLiteral(const BlockDecl *Literal, Place P) {
  for (const BlockDecl::Capture &Capture : Literal->captures()) {
    const VarDecl *V = Capture.getVariable();
    Declared D = getDeclared(V);
    if (D.In != P.In)
      report(Literal->getCaretLocation(),
             "a block literal in a deferred block cannot capture '" +
                 V->getNameAsString() +
                 "' from outside of it; let it capture "
                 "a copy");
    else if (D.Scopes > 1)
      Captures.push_back({Literal->getCaretLocation(), V});
  }
}

void Checker::checkLiterals() {
  if (!Repeats)
    return;
  for (auto [Loc, V] : Captures)
    if (DeferredUses.count(V))
      report(Loc, "a block literal cannot capture '" + V->getNameAsString() +
                      "', which deferred code uses, in a function with loops; "
                      "let it capture a copy");
}

/// Deferred code has no variable arguments of its own.
void Checker::checkArguments(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  if (Callee && Callee->getBuiltinID() && Callee->getIdentifier() &&
      llvm::StringSwitch<bool>(Callee->getName())
          .Case("__builtin_va_start", true)
          .Case("__builtin_c23_va_start", true)
          .Case("__builtin_stdarg_start", true)
          .Case("__builtin_ms_va_start", true)
          .Default(false))
    report(E->getBeginLoc(),
           "deferred code cannot use 'va_start'; start the list before");
}

/// An element of an array that is read when the defer statement executes: the
/// array itself is not deferred. \returns true if \p E is that.
bool Checker::visitElement(ImplicitCastExpr *E, Place P) {
  if (E->getCastKind() != CK_LValueToRValue)
    return false;
  Expr *Base = E->getSubExpr()->IgnoreParens();
  auto IsElement = [&] {
    auto *Unary = dyn_cast<UnaryOperator>(Base);
    return isa<ArraySubscriptExpr>(Base) ||
           (Unary && Unary->getOpcode() == UO_Deref);
  };
  if (!IsElement())
    return false;
  while (IsElement()) {
    if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(Base)) {
      visit(Subscript->getIdx(), P);
      Base = Subscript->getBase()->IgnoreParens();
    } else {
      Base = cast<UnaryOperator>(Base)->getSubExpr()->IgnoreParens();
    }
    auto *Decay = dyn_cast<ImplicitCastExpr>(Base);
    if (!Decay || Decay->getCastKind() != CK_ArrayToPointerDecay)
      break;
    Base = Decay->getSubExpr()->IgnoreParens();
  }
  P.InDeferredCall = false;
  visit(Base, P);
  return true;
}

void Checker::checkJump(SourceLocation Loc, const Region *From,
                        const Region *To) {
  if (From == To)
    return;
  if (From->encloses(To))
    report(Loc, "cannot jump into a deferred block");
  else
    report(Loc, "cannot jump out of a deferred block");
}

void Checker::checkJumps() {
  for (const Jump &J : Jumps)
    if (const Region *To = Labels.lookup(J.To))
      checkJump(J.Loc, J.From, To);
  for (auto [Loc, From] : IndirectJumps)
    for (const Jump &Label : AddressTaken)
      if (const Region *To = Labels.lookup(Label.To); To && To != From) {
        checkJump(Loc, From, To);
        break;
      }
  // Without such a jump an address is still none that the other's code has.
  if (Summary.Valid)
    for (const Jump &Label : AddressTaken)
      if (const Region *To = Labels.lookup(Label.To); To && To != Label.From)
        report(Label.Loc, Label.From->encloses(To)
                              ? "cannot take the address of a label in a "
                                "deferred block"
                              : "cannot take the address of a label outside of "
                                "the deferred block");
}

bool Checker::returnsTwice(const CallExpr *E) const {
  const FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee)
    return false;
  if (Callee->hasAttr<ReturnsTwiceAttr>())
    return true;
  unsigned ID = Callee->getBuiltinID();
  if (ID && F->getASTContext().BuiltinInfo.isReturnsTwice(ID))
    return true;
  return Callee->getIdentifier() && Callee->hasExternalFormalLinkage() &&
         llvm::StringSwitch<bool>(Callee->getName())
             .Case("setjmp", true)
             .Case("_setjmp", true)
             .Case("sigsetjmp", true)
             .Case("__sigsetjmp", true)
             .Case("vfork", true)
             .Case("getcontext", true)
             .Default(false);
}

/// What a function that defers cannot have beside it (E5).
void Checker::checkNeighbours() {
  if (F->hasAttr<NakedAttr>())
    report(F->getLocation(),
           "naked function '" + F->getNameAsString() + "' cannot defer");
  for (const CallExpr *Call : TwiceReturning)
    report(Call->getBeginLoc(), "a function that defers cannot call '" +
                                    Call->getDirectCallee()->getNameAsString() +
                                    "', which returns twice");
  for (SourceLocation Loc : MustTails)
    report(Loc, "a function that defers cannot have a 'musttail' return: its "
                "deferred calls run after the call");
}

} // namespace

bool checkBlockLiterals(Expr *E, Keyword &K, DiagnosticsEngine &Diags) {
  // Not the expression itself: an initializer that defers is said elsewhere.
  struct Finder : RecursiveASTVisitor<Finder> {
    ForeignCode Code;
    explicit Finder(ForeignCode Code) : Code(Code) {}
    bool VisitBlockExpr(BlockExpr *Literal) {
      return Code.TraverseStmt(Literal->getBody());
    }
  } F(ForeignCode(K, Diags, "a block literal"));
  F.TraverseStmt(E);
  return F.Code.Valid;
}

FunctionSummary checkFunction(FunctionDecl *F, Keyword &K,
                              DiagnosticsEngine &Diags) {
  return Checker(F, K, Diags).run();
}

} // namespace defer
