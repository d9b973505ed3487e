//===-- FlowForm.cpp - A function as analyses should see it ---------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowForm.h"

#include "Keyword.h"
#include "clang/AST/Decl.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace defer {

struct FlowForm::Site {
  Stmt *Marker;
  VarDecl *Flag;
  Stmt *AtEnd;
};

/// The code of a function, or of a deferred block, which is a function of its
/// own as far as defer goes.
struct FlowForm::Frame {
  SmallVector<Site, 4> Sites;
  SmallVector<Stmt **, 8> Returns;
  SmallVector<Stmt *, 8> Declarations;
  unsigned Loops = 0;
  bool HasLabels = false;
};

FlowForm::FlowForm(FunctionDecl *F, const FunctionSummary &Summary, Keyword &K,
                   Use For)
    : F(F), K(K), For(For), B(F->getASTContext()), C(F->getASTContext()),
      OldBody(F->getBody()) {
  Marker = B.function("defer.site", C.VoidTy, {}, SC_Extern);
  if (Summary.Result && !Summary.Result->hasInit()) { // it starts as zero (D7)
    ZeroedResult = Summary.Result;
    ZeroedResult->setInit(B.zero(ZeroedResult->getType().getUnqualifiedType()));
  }
  F->setBody(makeFrame(cast<CompoundStmt>(OldBody), Summary.Result));
}

void FlowForm::undo() {
  for (auto [Slot, Old] : llvm::reverse(Undo))
    *Slot = Old;
  for (VarDecl *V : Added)
    F->removeDecl(V);
  if (ZeroedResult)
    ZeroedResult->setInit(nullptr);
  F->setBody(OldBody);
}

VarDecl *FlowForm::declare(StringRef Name, QualType T,
                           SmallVectorImpl<Stmt *> &Out) {
  VarDecl *V = B.variable(F, Name, T, B.zero(T));
  F->addDecl(V); // where the analyses look for local variables
  Added.push_back(V);
  Out.push_back(B.declare(V));
  return V;
}

CompoundStmt *FlowForm::makeFrame(CompoundStmt *Body, VarDecl *Result) {
  Frame In;
  visit(Body, In);
  if (In.Sites.empty())
    return Body;
  // Each return has its own ends, for these analyses follow no paths: up to a
  // size that they can bear.
  constexpr size_t MaxEnds = 4096;
  if (For == Analyzer || In.Returns.size() * In.Sites.size() > MaxEnds)
    endAtExit(In, Body, Result);
  else
    endAtReturns(In, Body);
  return Body;
}

void FlowForm::visit(Stmt *S, Frame &In) {
  if (!S || isa<BlockExpr>(S))
    return;
  bool IsLoop = isa<ForStmt, WhileStmt, DoStmt>(S);
  In.Loops += IsLoop;
  In.HasLabels |= isa<LabelStmt>(S);
  for (Stmt *&Child : S->children()) {
    const UnaryOperator *Defer = K.getDefer(Child);
    if (Defer && isSubstatement(S, Child)) {
      visitDefer(Child, Defer, In);
    } else if (Child) {
      visit(Child, In);
      if (isa<ReturnStmt>(Child))
        In.Returns.push_back(&Child);
    }
  }
  In.Loops -= IsLoop;
}

void FlowForm::visitDefer(Stmt *&Slot, const UnaryOperator *Defer, Frame &In) {
  DeferredCode Code(Defer);
  B.setLocation(Defer->getOperatorLoc());
  SmallVector<Stmt *, 8> Now;
  Stmt *AtEnd = nullptr;
  if (Code.Block)
    AtEnd = makeFrame(Code.Block->getSubStmt(), nullptr);
  else
    AtEnd = deferCall(Code.Call, In, Now);
  B.setLocation(Defer->getOperatorLoc());
  VarDecl *Flag = declare("defer.flag", C.BoolTy, In.Declarations);
  Now.push_back(
      B.assign(B.ref(Flag), IntegerLiteral::Create(C, llvm::APInt(8, 1),
                                                   C.BoolTy, B.getLocation())));
  Now.push_back(B.call(Marker, {}));
  In.Sites.push_back({Now.back(), Flag, AtEnd});
  replace(Slot, B.compound(Now));
}

/// An argument that can stand at the function's end as well: where it says what
/// is unlocked, Clang must see that it is what was locked.
static bool isRepeatable(Expr *E) {
  struct Finder : RecursiveASTVisitor<Finder> {
    bool Found = false;
    bool VisitCallExpr(CallExpr *) { return !(Found = true); }
    bool VisitStmtExpr(StmtExpr *) { return !(Found = true); }
    bool VisitCompoundLiteralExpr(CompoundLiteralExpr *) {
      return !(Found = true);
    }
    bool VisitUnaryOperator(UnaryOperator *E) {
      return !(Found |= E->isIncrementDecrementOp());
    }
    bool VisitBinaryOperator(BinaryOperator *E) {
      return !(Found |= E->isAssignmentOp());
    }
    bool VisitImplicitCastExpr(ImplicitCastExpr *E) {
      if (E->getCastKind() != CK_LValueToRValue)
        return true;
      auto *Ref = dyn_cast<DeclRefExpr>(E->getSubExpr()->IgnoreParens());
      auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      return !(Found |= !V || !V->hasLocalStorage());
    }
  } F;
  F.TraverseStmt(E);
  return !F.Found;
}

Expr *FlowForm::freeze(Expr *Value, Frame &In, SmallVectorImpl<Stmt *> &Now) {
  if (Value->isGLValue() || isConstant(Value, C))
    return Value;
  if (For == Warnings && isRepeatable(Value)) {
    Now.push_back(Value);
    return Value;
  }
  QualType T = Value->getType().getUnqualifiedType();
  VarDecl *V = declare("defer.argument", T, In.Declarations);
  Now.push_back(B.assign(B.ref(V), Value));
  return B.read(V);
}

Stmt *FlowForm::deferCall(Expr *E, Frame &In, SmallVectorImpl<Stmt *> &Now) {
  auto *Call = dyn_cast<CallExpr>(E);
  if (!Call)
    return E;
  FunctionDecl *Direct = Call->getDirectCallee();
  if (Direct && Direct->getBuiltinID() &&
      !C.BuiltinInfo.isPredefinedLibFunction(Direct->getBuiltinID()))
    return E; // it may want its arguments as they are
  for (Expr *Argument : Call->arguments())
    visit(Argument, In);
  Expr *Callee =
      Direct ? Call->getCallee() : freeze(Call->getCallee(), In, Now);
  SmallVector<Expr *, 4> Arguments;
  for (Expr *Argument : Call->arguments())
    Arguments.push_back(freeze(Argument, In, Now));
  if (For == Analyzer && (In.Loops || In.HasLabels)) {
    // The end has but the last of these. Of the others, too, somebody takes
    // care.
    SmallVector<Expr *, 4> Kept;
    SmallVector<QualType, 4> Types;
    for (Expr *Argument : Arguments)
      if (Argument->isPRValue()) {
        Kept.push_back(Argument);
        Types.push_back(Argument->getType());
      }
    Now.push_back(
        B.call(B.function("defer.kept", C.VoidTy, Types, SC_Extern), Kept));
  }
  return CallExpr::Create(C, Callee, Arguments, Call->getType(),
                          Call->getValueKind(), Call->getRParenLoc(),
                          Call->getFPFeatures());
}

namespace {

/// What may be, and what must be pending somewhere.
struct State {
  bool Reached = false;
  llvm::BitVector Must, May;

  bool meet(const State &Other) {
    if (!Reached) {
      *this = Other;
      return true;
    }
    llvm::BitVector NewMust = Must, NewMay = May;
    NewMust &= Other.Must;
    NewMay |= Other.May;
    bool Changed = NewMust != Must || NewMay != May;
    Must = NewMust;
    May = NewMay;
    return Changed;
  }
};

} // namespace

static SmallVector<VarDecl *, 8> getLocalVariables(Stmt *S) {
  struct Finder : RecursiveASTVisitor<Finder> {
    SmallVector<VarDecl *, 8> Found;
    bool VisitDeclRefExpr(DeclRefExpr *E) {
      auto *V = dyn_cast<VarDecl>(E->getDecl());
      if (V && V->hasLocalStorage() && !isa<ParmVarDecl>(V))
        Found.push_back(V);
      return true;
    }
  } F;
  F.TraverseStmt(S);
  return F.Found;
}

/// Puts what is pending before each return, and behind the body.
void FlowForm::endAtReturns(Frame &In, CompoundStmt *&Body) {
  B.setLocation(Body->getEndLoc());
  Stmt *End = B.call(Marker, {});
  llvm::DenseMap<const Stmt *, unsigned> SiteOf;
  for (unsigned I = 0, N = In.Sites.size(); I != N; ++I)
    SiteOf[In.Sites[I].Marker] = I;
  llvm::DenseMap<const Stmt *, State> AtEnds;
  for (Stmt **Return : In.Returns)
    AtEnds[*Return];
  AtEnds[End];

  std::unique_ptr<CFG> Graph =
      CFG::buildCFG(F, B.compound({Body, End}), &C, CFG::BuildOptions());
  if (!Graph)
    return; // nor is there an analysis, then
  std::vector<State> AtEntry(Graph->getNumBlockIDs());
  State &Start = AtEntry[Graph->getEntry().getBlockID()];
  Start.Reached = true;
  Start.Must.resize(In.Sites.size());
  Start.May.resize(In.Sites.size());
  llvm::SmallSetVector<const CFGBlock *, 16> Worklist;
  Worklist.insert(&Graph->getEntry());
  while (!Worklist.empty()) {
    const CFGBlock *Block = Worklist.pop_back_val();
    State S = AtEntry[Block->getBlockID()];
    for (const CFGElement &Element : *Block) {
      auto Statement = Element.getAs<CFGStmt>();
      if (!Statement)
        continue;
      if (auto It = SiteOf.find(Statement->getStmt()); It != SiteOf.end()) {
        S.Must.set(It->second);
        S.May.set(It->second);
      } else if (auto It = AtEnds.find(Statement->getStmt());
                 It != AtEnds.end()) {
        It->second = S;
      }
    }
    for (const CFGBlock *Next : Block->succs())
      if (Next && AtEntry[Next->getBlockID()].meet(S))
        Worklist.insert(Next);
  }

  // Where Clang is not to say that it is dead code, nothing stands.
  B.setLocation(SourceLocation());
  SmallVector<Stmt *, 8> Out(In.Declarations.begin(), In.Declarations.end());
  llvm::SmallPtrSet<VarDecl *, 4> Initialized;
  // The way around a statement passes the end's condition as well, as far as
  // Clang knows: the variables of its scope must not seem to be without a value
  // there. Their declaration takes this back.
  auto InitializeFor = [&](Stmt *AtEnd) {
    for (VarDecl *V : getLocalVariables(AtEnd))
      if (V->getType()->isScalarType() && Initialized.insert(V).second)
        Out.push_back(
            B.assign(B.ref(V), B.zero(V->getType().getUnqualifiedType())));
  };
  auto AddEnds = [&](const State &S, SmallVectorImpl<Stmt *> &Ends) {
    for (unsigned I = In.Sites.size(); I--;) {
      const Site &Site = In.Sites[I];
      if (S.Must[I])
        Ends.push_back(Site.AtEnd);
      else if (S.May[I]) {
        InitializeFor(Site.AtEnd);
        Ends.push_back(B.ifThen(B.read(Site.Flag), Site.AtEnd));
      }
    }
  };
  for (Stmt **Slot : In.Returns) {
    auto *Return = cast<ReturnStmt>(*Slot);
    const State &S = AtEnds[Return];
    if (!S.Reached || S.May.none())
      continue;
    SmallVector<Stmt *, 8> Instead;
    Expr *Value = Return->getRetValue();
    if (Value)
      Instead.push_back(Value);
    AddEnds(S, Instead);
    Instead.push_back(
        ReturnStmt::Create(C, SourceLocation(),
                           Value && !Value->getType()->isVoidType()
                               ? B.zero(Value->getType().getUnqualifiedType())
                               : nullptr,
                           nullptr));
    replace(*Slot, B.compound(Instead));
  }
  SmallVector<Stmt *, 8> AtEnd;
  if (const State &S = AtEnds[End]; S.Reached)
    AddEnds(S, AtEnd);
  Out.push_back(Body);
  Out.append(AtEnd);
  Body = CompoundStmt::Create(C, Out, FPOptionsOverride(), Body->getLBracLoc(),
                              Body->getRBracLoc());
}

/// Leads every return to one exit, which asks the flags.
void FlowForm::endAtExit(Frame &In, CompoundStmt *&Body, VarDecl *Result) {
  B.setLocation(Body->getEndLoc());
  SmallVector<Stmt *, 8> Out(In.Declarations.begin(), In.Declarations.end());
  LabelDecl *Exit = B.newLabel(F, "defer.exit");
  QualType T = F->getReturnType();
  bool Returns = !In.Returns.empty() && !T->isVoidType();
  if (Returns && !Result) {
    Result = declare("defer.result", T.getUnqualifiedType(), Out);
  }
  for (Stmt **Slot : In.Returns) {
    auto *Return = cast<ReturnStmt>(*Slot);
    B.setLocation(Return->getBeginLoc());
    SmallVector<Stmt *, 2> Instead;
    if (Expr *Value = Return->getRetValue())
      Instead.push_back(Returns ? B.assign(B.ref(Result), Value) : Value);
    Instead.push_back(B.jump(Exit));
    replace(*Slot, B.compound(Instead));
  }
  B.setLocation(Body->getEndLoc());
  Out.push_back(Body);
  if (!In.Returns.empty())
    Out.push_back(B.label(Exit));
  for (const Site &Site : llvm::reverse(In.Sites))
    Out.push_back(B.ifThen(B.read(Site.Flag), Site.AtEnd));
  if (Returns)
    Out.push_back(
        ReturnStmt::Create(C, B.getLocation(), B.read(Result), nullptr));
  Body = CompoundStmt::Create(C, Out, FPOptionsOverride(), Body->getLBracLoc(),
                              Body->getRBracLoc());
}

} // namespace defer
