//===-- Rewrite.cpp - From defer statements to intrinsics -----------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rewrite.h"

#include "Compat.h"
#include "Keyword.h"
#include "Lifetimes.h"
#include "OuterSizes.h"
#include "ResultAttr.h"
#include "Transforms/Intrinsics.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace defer {

Rewriter::Rewriter(ASTContext &C, Keyword &K, bool CountsStatements,
                   StringRef Assumptions)
    : B(C), K(K), CountsStatements(CountsStatements) {
  QualType Void = C.VoidTy, Ptr = C.VoidPtrTy;
  QualType I64 = C.getIntTypeForBitwidth(64, /*Signed=*/0);
  QualType String = C.getPointerType(C.CharTy.withConst());

  auto Intrinsic = [&](enum Intrinsic ID, QualType Result,
                       ArrayRef<QualType> Parameters) {
    FunctionDecl *F =
        B.function(getIntrinsicName(ID), Result, Parameters, SC_Extern);
    // What an optimizer that runs before the lowering must leave alone: there
    // is one call for each place in the source.
    F->addAttr(NoDuplicateAttr::CreateImplicit(C));
    F->addAttr(NoMergeAttr::CreateImplicit(C));
    if (!Assumptions.empty())
      F->addAttr(OMPAssumeAttr::CreateImplicit(C, Assumptions));
    return F;
  };
  Call = Intrinsic(Intrinsic::Call, Void, {Ptr, Ptr, I64, I64});
  Frame = Intrinsic(Intrinsic::Frame, C.BoolTy, {Ptr});
  Run = Intrinsic(Intrinsic::Run, Void, {});
  Storage = Intrinsic(Intrinsic::Storage, Ptr, {I64, I64});
  // It does, after a recovered panic, so its caller must not be inlined either.
  Frame->addAttr(ReturnsTwiceAttr::CreateImplicit(C));
  // The frame has no landing pad while there is nothing to run. A call that is
  // to be deferred panics where there is no memory for it (D12): the scopes
  // that it stands in see to their pads.
  Frame->addAttr(NoThrowAttr::CreateImplicit(C));

  auto Runtime = [&](StringRef Name, QualType Result,
                     ArrayRef<QualType> Parameters, bool Returns = true) {
    FunctionDecl *F = B.function(Name, Result, Parameters, SC_Extern);
    if (!Returns)
      F->addAttr(NoReturnAttr::CreateImplicit(C));
    return F;
  };
  Arm = Runtime("__defer_arm", Void, {Ptr, Ptr});
  Armed = Runtime("__defer_armed", Ptr, {Ptr});
  NullCall = Runtime("__defer_null_call", Void, {String, I64, String},
                     /*Returns=*/false);
  CannotReturn = Runtime("__defer_cannot_return", Void, {String, String},
                         /*Returns=*/false);
  Recover = Runtime("__defer_recover", Ptr, {Ptr});
  for (FunctionDecl *F : {Arm, Armed, Recover, CannotReturn})
    F->addAttr(NoThrowAttr::CreateImplicit(C));
  Memcpy = B.function("__builtin_memcpy", Ptr, {Ptr, Ptr, C.getSizeType()},
                      SC_Extern);
  Memcpy->addAttr(BuiltinAttr::CreateImplicit(C, Builtin::BI__builtin_memcpy));
}

namespace {

/// The local variables that a piece of code refers to and does not declare.
class References : public RecursiveASTVisitor<References> {
public:
  static SmallVector<VarDecl *, 8> find(Stmt *S) {
    References R;
    R.TraverseStmt(S);
    SmallVector<VarDecl *, 8> Result;
    for (VarDecl *V : R.Used)
      if (!R.Declared.count(V))
        Result.push_back(V);
    return Result;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    auto *V = dyn_cast<VarDecl>(E->getDecl());
    if (V && V->hasLocalStorage())
      Used.insert(V);
    return true;
  }
  bool VisitVarDecl(VarDecl *V) {
    Declared.insert(V);
    return true;
  }

private:
  llvm::SetVector<VarDecl *> Used;
  llvm::DenseSet<VarDecl *> Declared;
};

/// The sizes in the types that are written in a frame's own code. What holds a
/// type does not list them among its children, unless it is an array's own.
class Sizes : public RecursiveASTVisitor<Sizes> {
public:
  static SmallVector<Expr *, 4> find(CompoundStmt *Body, Keyword &K) {
    Sizes S(K);
    S.TraverseStmt(Body);
    return std::move(S.Found);
  }

  bool TraverseStmt(Stmt *S) {
    if (const UnaryOperator *Defer = K.getDefer(S))
      if (DeferredCode Code(Defer); Code.Block)
        return true;
    return RecursiveASTVisitor::TraverseStmt(S);
  }
  bool VisitVariableArrayTypeLoc(VariableArrayTypeLoc TL) {
    // The type's own, which is evaluated; the place's may be another.
    if (Expr *Size = TL.getTypePtr()->getSizeExpr())
      Found.push_back(Size);
    return true;
  }

private:
  explicit Sizes(Keyword &K) : K(K) {}

  Keyword &K;
  SmallVector<Expr *, 4> Found;
};

/// The variable whose value, or a part of it, \p E reads: its address goes
/// nowhere.
const DeclRefExpr *getDirectRead(const Expr *E) {
  auto *Cast = dyn_cast<ImplicitCastExpr>(E);
  if (!Cast || Cast->getCastKind() != CK_LValueToRValue)
    return nullptr;
  E = Cast->getSubExpr()->IgnoreParens();
  while (auto *Member = dyn_cast<MemberExpr>(E)) {
    if (Member->isArrow())
      return nullptr;
    E = Member->getBase()->IgnoreParens();
  }
  return dyn_cast<DeclRefExpr>(E);
}

} // namespace

/// Rewrites the code of one frame: a function's, or a deferred block's, which
/// is a function of its own as far as defer goes.
class FrameRewriter {
public:
  FrameRewriter(Rewriter &R, FunctionDecl *Source, FunctionDecl *Target)
      : R(R), B(R.B), C(B.context()), Source(Source), Target(Target) {}

  /// What `defer_recover()` may recover in this frame, if that is known.
  void setException(ParmVarDecl *P) { Exception = P; }
  /// Makes a new name for a variable of an outer frame.
  void map(const VarDecl *V, VarDecl *To) {
    Variables[V] = {To, Access::Variable};
  }
  CompoundStmt *rewrite(CompoundStmt *Body, ArrayRef<Stmt *> Before,
                        VarDecl *ResultVariable);

private:
  /// How to get at a variable.
  struct Access {
    enum Kind {
      Variable, ///< by this one
      Pointee   ///< this one points to it
    };
    VarDecl *By;
    Kind How;
  };

  void survey(Stmt *S, bool InCall);
  void visit(Stmt *&S);
  void visitChildren(Stmt *S);
  CompoundStmt *visitCompound(CompoundStmt *S);
  void visitInto(Stmt *S, SmallVectorImpl<Stmt *> &Out);
  bool visitDeclaration(DeclStmt *S, SmallVectorImpl<Stmt *> &Out);
  void declareRepeated(VarDecl *V, SmallVectorImpl<Stmt *> &Out);
  VarDecl *getStorage(VarDecl *V);
  void beginVariables(const Stmt *S, SmallVectorImpl<Stmt *> &Out);
  Stmt *putBehind(ArrayRef<Stmt *> Before, Stmt *S);
  Stmt *visitFor(ForStmt *S);
  Stmt *visitReturn(ReturnStmt *S);
  Expr *getConstantRead(ImplicitCastExpr *E);
  Expr *visitReference(DeclRefExpr *E);
  Expr *visitLiteral(CompoundLiteralExpr *E);
  Stmt *visitDefer(const UnaryOperator *Defer);
  void initialize(Expr *LValue, VarDecl *V, SmallVectorImpl<Stmt *> &Out);
  Expr *newStorage(QualType T, CharUnits Align);
  Expr *getException();
  void addToPrologue(VarDecl *V);
  bool mayRepeat() const { return Loops || HasLabels; }

  Rewriter &R;
  ASTBuilder &B;
  ASTContext &C;
  FunctionDecl *Source; ///< The function that the code was written in.
  FunctionDecl *Target; ///< The one that it becomes a part of.
  ParmVarDecl *Exception = nullptr;
  VarDecl *Token = nullptr; ///< What __defer_armed() said at the entry.

  bool Defers = false;
  bool HasLabels = false;
  unsigned Loops = 0;
  bool InDeferredCall = false;
  VarDecl *Result = nullptr;
  LabelDecl *Exit = nullptr;
  llvm::DenseMap<const VarDecl *, Access> Variables;
  /// Whose address deferred code has.
  llvm::DenseSet<const VarDecl *> Captured;
  std::optional<Lifetimes> Lives;
  /// What leaves or continues a loop or switch by its name.
  llvm::DenseMap<const Stmt *, SmallVector<Stmt *, 2>> ByName;
  SmallVector<Stmt *, 8> Prologue;
  SourceLocation PrologueLoc;
  friend class ThunkBuilder;
};

/// Builds the thunk of one defer statement, and the statements that fill its
/// context.
class ThunkBuilder {
public:
  ThunkBuilder(FrameRewriter &Outer, SourceRange Range);

  /// Adds \p Value, evaluated at the statement. \returns the field it is in.
  FieldDecl *freeze(Expr *Value);
  /// In the thunk: what was frozen.
  Expr *frozen(FieldDecl *Field) { return B.arrow(B.read(Context), Field); }
  void addToThunk(Stmt *S) { Body.push_back(S); }
  FunctionDecl *getThunk() const { return Thunk; }
  void deferCall(Expr *Call);
  void deferBlock(CompoundStmt *Block);
  /// What stands for the defer statement.
  Stmt *finish();

private:
  Expr *callThroughNull();

  FrameRewriter &Outer;
  ASTBuilder &B;
  ASTContext &C;
  FunctionDecl *Thunk;
  RecordDecl *Record;
  VarDecl *Local;
  ParmVarDecl *Context, *Exception;
  SmallVector<std::pair<FieldDecl *, Expr *>, 4> Fields;
  SmallVector<Expr *, 4> Written; ///< What the statement evaluates.
  SmallVector<Stmt *, 8> Body;
};

ThunkBuilder::ThunkBuilder(FrameRewriter &Outer, SourceRange Range)
    : Outer(Outer), B(Outer.B), C(Outer.C) {
  B.setLocation(Range);
  Record = C.buildImplicitRecord("defer.context");
  Record->startDefinition();
  QualType T = getRecordType(C, Record);
  Local = B.variable(Outer.Target, "defer.context", T);

  // Functions may share a name: overloads, a body for inlining and the real
  // one.
  StringRef Of = Outer.Source->getName();
  auto Name = (Of + ".defer." + Twine(Outer.R.ThunkCounts[Of]++)).str();
  Thunk =
      B.function(Name, C.VoidTy, {C.getPointerType(T), C.VoidPtrTy}, SC_Static);
  Context = Thunk->getParamDecl(0);
  Exception = Thunk->getParamDecl(1);
  // What changes the code or the calling convention of a function holds for
  // what was written in it.
  for (const Attr *A : Outer.Source->attrs())
    if (isa<TargetAttr, NoSanitizeAttr, DisableSanitizerInstrumentationAttr,
            OptimizeNoneAttr, MinSizeAttr, NoInstrumentFunctionAttr,
            NoStackProtectorAttr, NoProfileFunctionAttr>(A))
      Thunk->addAttr(A->clone(C));
  Outer.R.Thunks.push_back(Thunk);
}

FieldDecl *ThunkBuilder::freeze(Expr *Value) {
  // Of what a builtin takes by reference the address.
  if (Value->isGLValue())
    Value = B.addressOf(Value);
  QualType T = Value->getType().getUnqualifiedType();
  auto *Field = FieldDecl::Create(
      C, Record, B.getLocation(), B.getLocation(),
      &C.Idents.get("a" + std::to_string(Fields.size())), T,
      C.getTrivialTypeSourceInfo(T, B.getLocation()), /*BW=*/nullptr,
      /*Mutable=*/false, ICIS_NoInit);
  Record->addDecl(Field);
  Fields.push_back({Field, Value});
  return Field;
}

/// Says where the defer statement is: that is all that is known when it runs.
Expr *ThunkBuilder::callThroughNull() {
  const SourceManager &SM = C.getSourceManager();
  PresumedLoc Loc = SM.getPresumedLoc(SM.getExpansionLoc(B.getLocation()));
  SmallString<256> File(Loc.isValid() ? Loc.getFilename() : "?");
  // -fmacro-prefix-map, as for __FILE__.
  Preprocessor::processPathForFileMacro(File, C.getLangOpts(),
                                        C.getTargetInfo());
  return B.call(Outer.R.NullCall,
                {B.string(File), B.size(Loc.isValid() ? Loc.getLine() : 0),
                 B.string(Outer.Source->getName())});
}

void ThunkBuilder::deferCall(Expr *E) {
  Expr *Callee = nullptr; // what may recover, if that is to be said
  if (auto *CE = dyn_cast<CallExpr>(E)) {
    FunctionDecl *F = CE->getDirectCallee();
    bool Direct = F && isa<DeclRefExpr>(CE->getCallee()->IgnoreParenImpCasts());
    if (Direct && isRecoverCall(CE)) {
      // Recovers what its statement's function could: not what runs it.
      FieldDecl *Field = freeze(Outer.getException());
      addToThunk(B.call(Outer.R.Recover, {B.load(frozen(Field))}));
      return;
    }
    if (!Direct || F->isWeak()) {
      Outer.visit(*CE->child_begin());
      Written.push_back(CE->getCallee());
      FieldDecl *Field = freeze(CE->getCallee());
      addToThunk(B.ifThen(B.isNull(B.load(frozen(Field))), callThroughNull()));
      CE->setCallee(B.load(frozen(Field)));
      Callee = B.load(frozen(Field));
    } else if (!F->getBuiltinID()) {
      Callee = B.functionPointer(F);
    }
    for (unsigned I = 0, N = CE->getNumArgs(); I != N; ++I) {
      Stmt *Argument = CE->getArg(I);
      if (isConstant(CE->getArg(I), C))
        continue;
      Outer.visit(Argument);
      auto *Value = cast<Expr>(Argument);
      Written.push_back(Value);
      FieldDecl *Field = freeze(Value);
      CE->setArg(I, Value->isGLValue() ? B.deref(B.load(frozen(Field)))
                                       : B.load(frozen(Field)));
    }
  } else {
    for (Stmt *&Child : E->children()) {
      if (isConstant(cast<Expr>(Child), C))
        continue;
      Outer.visit(Child);
      auto *Value = cast<Expr>(Child);
      Written.push_back(Value);
      FieldDecl *Field = freeze(Value);
      Child = Value->isGLValue() ? B.deref(B.load(frozen(Field)))
                                 : B.load(frozen(Field));
    }
  }
  if (Callee)
    addToThunk(B.ifThen(
        B.notNull(B.read(Exception)),
        B.call(Outer.R.Arm, {B.voidPointer(Callee), B.read(Exception)})));
  addToThunk(E);
}

void ThunkBuilder::deferBlock(CompoundStmt *Block) {
  SmallVector<VarDecl *, 8> Used = References::find(Block);
  FrameRewriter Inner(Outer.R, Outer.Source, Thunk);
  Inner.setException(Exception);
  QualType Size = C.getSizeType();
  OuterSizes Sizes(C, Block, [&](const VariableArrayType *T) -> Expr * {
    auto SizeOf = [&](QualType T) -> Expr * {
      return new (C) UnaryExprOrTypeTraitExpr(
          UETT_SizeOf, C.getTrivialTypeSourceInfo(T, B.getLocation()), Size,
          B.getLocation(), B.getLocation());
    };
    Expr *Count = BinaryOperator::Create(
        C, SizeOf(QualType(T, 0)), SizeOf(T->getElementType()), BO_Div, Size,
        VK_PRValue, OK_Ordinary, B.getLocation(), FPOptionsOverride());
    VarDecl *Inside =
        B.variable(Thunk, "defer.size", Size, B.load(frozen(freeze(Count))));
    addToThunk(B.declare(Inside));
    return B.read(Inside);
  });
  for (VarDecl *V : Used) {
    // Canonical: a parameter declared as an array is a pointer.
    QualType T = Sizes.map(V->getType().getCanonicalType());
    Stmt *Ref = B.ref(V);
    Outer.visit(Ref);
    FieldDecl *Field = freeze(B.voidPointer(B.addressOf(cast<Expr>(Ref))));
    // The variable itself, by its own name. A debugger that stops at the
    // block's first statement stops behind this, which has no place.
    SourceRange Range = B.getRange();
    B.setLocation(SourceLocation());
    VarDecl *Inside = B.alias(
        Thunk, V,
        B.deref(B.pointerCast(B.load(frozen(Field)), C.getPointerType(T))));
    addToThunk(B.declare(Inside));
    B.setLocation(Range);
    Inner.map(V, Inside);
  }
  Sizes.mapBlock();
  Thunk->setBody(Inner.rewrite(Block, Body, /*ResultVariable=*/nullptr));
}

Stmt *ThunkBuilder::finish() {
  Record->completeDefinition();
  if (!Thunk->hasBody()) {
    Thunk->setBody(B.compound(Body));
    // Nothing of it was written but the call, which is counted at its
    // statement.
    if (Outer.R.CountsStatements)
      Thunk->addAttr(NoProfileFunctionAttr::CreateImplicit(C));
  }

  QualType T = getRecordType(C, Record);
  SmallVector<Stmt *, 8> Site;
  Expr *Address = B.nullPointer();
  uint64_t Size = 0, Align = 1;
  if (!Fields.empty()) {
    // In the frame's own scope: it lives until the call has run.
    Outer.addToPrologue(Local);
    for (auto [Field, Value] : Fields)
      Site.push_back(B.assign(B.member(Local, Field), Value));
    Address = B.voidPointer(B.addressOf(B.ref(Local)));
    Size = C.getTypeSizeInChars(T).getQuantity();
    Align = C.getTypeAlignInChars(T).getQuantity();
  }
  Site.push_back(B.call(Outer.R.Call, {B.voidPointer(B.functionPointer(Thunk)),
                                       Address, B.size(Size), B.size(Align)}));
  return B.pseudoObject(Written, B.compound(Site));
}

CompoundStmt *FrameRewriter::rewrite(CompoundStmt *Body,
                                     ArrayRef<Stmt *> Before,
                                     VarDecl *ResultVariable) {
  survey(Body, /*InCall=*/false);
  Lives.emplace(Body, R.K, Captured, HasLabels);
  SmallVector<Stmt *, 16> Out;
  // A debugger's breakpoint on the function is to stop at its first statement:
  // what comes before is a part of that. In a thunk the variables come first.
  if (Source == Target)
    PrologueLoc = Body->body_empty() ? Body->getEndLoc()
                                     : Body->body_front()->getBeginLoc();
  B.setLocation(PrologueLoc);
  QualType T = Target->getReturnType();
  bool Frames = Defers || ResultVariable;
  LabelDecl *Recovered = nullptr;
  if (Frames) {
    Expr *Address = B.nullPointer();
    if (!T->isVoidType()) {
      Result = ResultVariable;
      if (!Result)
        Result = B.variable(Target, "defer.result", T.getUnqualifiedType());
      // In the caller's memory, if that is where the result goes: a block that
      // changes it changes what is returned.
      if (T->isRecordType())
        Result->setNRVOVariable(true);
      Address = B.voidPointer(B.addressOf(B.ref(Result)));
    }
    Exit = B.newLabel(Target, "defer.exit");
    Recovered = B.newLabel(Target, "defer.recovered");
    // Counters count how often the condition holds: once for each call of the
    // function, whatever is recovered.
    Prologue.push_back(B.ifThen(B.isNull(B.call(R.Frame, {Address})), B.null(),
                                B.jump(Recovered)));
    // Scopes end before deferred calls run, but their variables must not (D5).
    // Where a computed jump may have entered a scope from anywhere, Clang does
    // not tell LLVM when its variables die; this one is dropped as dead code.
    // At -O0 nobody would, but what is counted there is used at other levels.
    Prologue.push_back(
        B.ifThen(B.zero(C.IntTy),
                 new (C) IndirectGotoStmt(B.getLocation(), B.getLocation(),
                                          B.nullPointer())));
  }

  SmallVector<Expr *, 4> TypeSizes = Sizes::find(Body, R.K);
  CompoundStmt *NewBody = visitCompound(Body);
  for (Stmt *Size : TypeSizes)
    visit(Size);

  B.setLocation(PrologueLoc);
  if (Result) {
    Expr *Zero = B.zero(T.getUnqualifiedType());
    Out.push_back(B.declare(Result));
    // An initializer would be executed where the variable was declared, as far
    // as a debugger knows.
    if (ResultVariable && !T->isAtomicType())
      Out.push_back(B.assign(B.ref(Result), Zero));
    else
      Result->setInit(Zero);
  }
  // The intrinsic comes before what may branch: a sanitizer's check, for
  // instance.
  Out.append(Prologue.begin(), Prologue.end());
  Out.append(Before.begin(), Before.end());
  Out.push_back(NewBody);
  B.setLocation(Body->getEndLoc());
  if (Frames) {
    auto Return = [&]() -> Stmt * {
      if (!Result)
        return B.null();
      return ReturnStmt::Create(C, B.getLocation(), B.read(Result),
                                T->isRecordType() ? Result : nullptr);
    };
    Out.push_back(B.label(Exit, B.call(R.Run, {})));
    if (Source->hasAttr<ReturnsNonNullAttr>() && Result) {
      // Only a panic that was recovered gets here without a value (P2).
      Out.push_back(Return());
      Out.push_back(
          B.label(Recovered,
                  B.ifThen(B.isNull(B.read(Result)),
                           B.call(R.CannotReturn,
                                  {B.string(Source->getName()),
                                   B.string("is declared returns_nonnull")}))));
      Out.push_back(Return());
    } else {
      Out.push_back(B.label(Recovered, Return()));
    }
  }
  if (Out.size() == 1)
    return NewBody;
  B.setLocation(Body->getSourceRange());
  return B.compound(
      B.pseudoObject(B.statementExpr(NewBody, C.VoidTy), B.compound(Out)));
}

/// Looks for what the rewriting must know beforehand.
void FrameRewriter::survey(Stmt *S, bool InCall) {
  if (!S || isa<BlockExpr>(S))
    return;
  HasLabels |= isa<LabelStmt>(S);
  if (InCall) {
    if (auto *E = dyn_cast<Expr>(S); E && getDirectRead(E))
      return;
    if (auto *Ref = dyn_cast<DeclRefExpr>(S))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
        Captured.insert(V);
  }
  for (Stmt *Child : S->children()) {
    const UnaryOperator *Defer = R.K.getDefer(Child);
    if (!Defer || !isSubstatement(S, Child)) {
      survey(Child, InCall);
      continue;
    }
    Defers = true;
    DeferredCode Code(Defer);
    if (Code.Block)
      for (VarDecl *V : References::find(Code.Block))
        Captured.insert(V);
    else
      survey(Code.Call, /*InCall=*/true);
  }
}

void FrameRewriter::visitChildren(Stmt *S) {
  for (Stmt *&Child : S->children())
    if (Child)
      visit(Child);
}

void FrameRewriter::visit(Stmt *&S) {
  if (!S || isa<BlockExpr>(S))
    return;
  if (const UnaryOperator *Defer = R.K.getDefer(S)) {
    S = visitDefer(Defer);
    return;
  }
  switch (S->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    S = visitCompound(cast<CompoundStmt>(S));
    return;
  case Stmt::DeclStmtClass: {
    SmallVector<Stmt *, 4> Out;
    if (visitDeclaration(cast<DeclStmt>(S), Out))
      S = B.compound(Out);
    return;
  }
  case Stmt::ForStmtClass:
    S = visitFor(cast<ForStmt>(S));
    return;
  case Stmt::WhileStmtClass:
  case Stmt::DoStmtClass:
    ++Loops;
    visitChildren(S);
    --Loops;
    return;
  case Stmt::SwitchStmtClass:
  case Stmt::GotoStmtClass:
  case Stmt::IndirectGotoStmtClass:
  case Stmt::GCCAsmStmtClass: {
    SmallVector<Stmt *, 4> Out;
    beginVariables(S, Out);
    visitChildren(S);
    S = putBehind(Out, S);
    return;
  }
  case Stmt::BreakStmtClass:
    if (getLoopName<LabelDecl>(cast<BreakStmt>(S)))
      ByName[getNamedLoop(cast<BreakStmt>(S))].push_back(S);
    return;
  case Stmt::ContinueStmtClass:
    if (getLoopName<LabelDecl>(cast<ContinueStmt>(S)))
      ByName[getNamedLoop(cast<ContinueStmt>(S))].push_back(S);
    return;
  case Stmt::ReturnStmtClass:
    S = visitReturn(cast<ReturnStmt>(S));
    return;
  case Stmt::AttributedStmtClass:
    for (const Attr *A : cast<AttributedStmt>(S)->getAttrs())
      if (auto *Assume = dyn_cast<CXXAssumeAttr>(A)) {
        Stmt *Assumption = Assume->getAssumption();
        visit(Assumption);
      }
    break;
  case Stmt::ShuffleVectorExprClass:
    // What stands behind two vectors is constant.
    for (Stmt *&Operand :
         llvm::make_range(S->child_begin(), std::next(S->child_begin(), 2)))
      visit(Operand);
    return;
  case Stmt::ConstantExprClass:
    return; // what it is made of is not evaluated again
  case Stmt::ImplicitCastExprClass:
    if (Expr *Constant = getConstantRead(cast<ImplicitCastExpr>(S))) {
      S = Constant;
      return;
    }
    break;
  case Stmt::DeclRefExprClass:
    S = visitReference(cast<DeclRefExpr>(S));
    return;
  case Stmt::CompoundLiteralExprClass:
    S = visitLiteral(cast<CompoundLiteralExpr>(S));
    return;
  case Stmt::CallExprClass: {
    auto *Call = cast<CallExpr>(S);
    if (!isRecoverCall(Call))
      break;
    B.setLocation(Call->getSourceRange());
    S = B.pointerCast(B.call(R.Recover, {getException()}), Call->getType());
    return;
  }
  default:
    break;
  }
  visitChildren(S);
}

Expr *FrameRewriter::getException() {
  if (Exception)
    return B.read(Exception);
  if (!Token) {
    // Whoever armed it has called it just now: nothing may come before.
    SourceRange Range = B.getRange();
    B.setLocation(Source->getLocation());
    Token =
        B.variable(Target, "defer.token", C.VoidPtrTy,
                   B.call(R.Armed, {B.voidPointer(B.functionPointer(Source))}));
    Prologue.insert(Prologue.begin(), B.declare(Token));
    B.setLocation(Range);
  }
  return B.read(Token);
}

void FrameRewriter::addToPrologue(VarDecl *V) {
  SourceRange Range = B.getRange();
  B.setLocation(PrologueLoc);
  Prologue.push_back(B.declare(V));
  B.setLocation(Range);
}

CompoundStmt *FrameRewriter::visitCompound(CompoundStmt *S) {
  SmallVector<Stmt *, 16> Out;
  beginVariables(S, Out);
  for (Stmt *Child : S->body())
    visitInto(Child, Out);
  return CompoundStmt::Create(C, Out, S->getStoredFPFeaturesOrDefault(),
                              S->getLBracLoc(), S->getRBracLoc());
}

void FrameRewriter::visitInto(Stmt *S, SmallVectorImpl<Stmt *> &Out) {
  if (auto *Declaration = dyn_cast<DeclStmt>(S)) {
    if (!visitDeclaration(Declaration, Out))
      Out.push_back(Declaration);
    return;
  }
  // C23: labels may stand before a declaration, whose scope is this one.
  Stmt **Labelled = &S;
  while (isa<LabelStmt, SwitchCase, AttributedStmt>(*Labelled))
    for (Stmt *&Child : (*Labelled)->children()) // the last of them
      Labelled = &Child;
  if (Labelled != &S && isa<DeclStmt>(*Labelled)) {
    Stmt *Declaration = std::exchange(*Labelled, B.null());
    Out.push_back(S);
    visitInto(Declaration, Out);
    return;
  }
  visit(S);
  Out.push_back(S);
}

/// \returns false if \p S may stay.
bool FrameRewriter::visitDeclaration(DeclStmt *S,
                                     SmallVectorImpl<Stmt *> &Out) {
  auto IsResult = [&](Decl *D) { return D == Result; };
  auto IsRepeated = [&](Decl *D) {
    auto *V = dyn_cast<VarDecl>(D);
    return V && Lives->isRepeated(V);
  };
  if (llvm::none_of(S->decls(),
                    [&](Decl *D) { return IsResult(D) || IsRepeated(D); })) {
    // What a static variable begins with is constant.
    auto IsStatic = [&](Stmt *Init) {
      return llvm::any_of(S->decls(), [&](Decl *D) {
        auto *V = dyn_cast<VarDecl>(D);
        return V && V->isStaticLocal() && V->getInit() == Init;
      });
    };
    for (Stmt *&Child : S->children())
      if (!IsStatic(Child))
        visit(Child);
    return false;
  }
  for (Decl *D : S->decls()) {
    B.setLocation(D->getLocation());
    if (IsResult(D)) {
      // Hoisted, for every return needs it; its declaration is an assignment.
      auto *V = cast<VarDecl>(D);
      V->dropAttr<AnnotateAttr>();
      if (V->hasInit())
        initialize(B.ref(V), V, Out);
      V->setInit(nullptr);
    } else if (IsRepeated(D)) {
      declareRepeated(cast<VarDecl>(D), Out);
    } else {
      auto *Single =
          new (C) DeclStmt(DeclGroupRef(D), D->getBeginLoc(), D->getEndLoc());
      visitChildren(Single);
      Out.push_back(Single);
    }
  }
  return true;
}

/// Evaluates the initializer of \p V into \p LValue.
void FrameRewriter::initialize(Expr *LValue, VarDecl *V,
                               SmallVectorImpl<Stmt *> &Out) {
  QualType T = V->getType().getUnqualifiedType();
  Stmt *Init = V->getInit();
  visit(Init);
  auto *Value = cast<Expr>(Init);
  if (!isa<InitListExpr>(Value) && !T->isArrayType()) {
    Out.push_back(B.assign(LValue, Value));
    return;
  }
  VarDecl *Temporary = B.variable(Target, "defer.init", T, Value);
  Out.push_back(B.declare(Temporary));
  if (!T->isArrayType())
    Out.push_back(B.assign(LValue, B.read(Temporary)));
  else
    Out.push_back(B.call(
        R.Memcpy, {B.voidPointer(B.addressOf(LValue)),
                   B.voidPointer(B.addressOf(B.ref(Temporary))),
                   IntegerLiteral::Create(
                       C,
                       C.MakeIntValue(C.getTypeSizeInChars(T).getQuantity(),
                                      C.getSizeType()),
                       C.getSizeType(), B.getLocation())}));
}

/// A `T *` to new storage.
Expr *FrameRewriter::newStorage(QualType T, CharUnits Align) {
  return B.pointerCast(
      B.call(R.Storage, {B.size(C.getTypeSizeInChars(T).getQuantity()),
                         B.size(Align.getQuantity())}),
      C.getPointerType(T));
}

/// What points to the variable that \p V is at the time.
VarDecl *FrameRewriter::getStorage(VarDecl *V) {
  Access &A = Variables[V];
  if (!A.By) {
    SourceRange Range = B.getRange();
    B.setLocation(PrologueLoc);
    QualType T = C.getPointerType(V->getType());
    A = {B.variable(Target, (V->getName() + ".storage").str(), T, B.zero(T)),
         Access::Pointee};
    addToPrologue(A.By);
    B.setLocation(Range);
  }
  return A.By;
}

/// A variable of which each iteration has its own, for deferred code that knows
/// its address outlives the iteration (D5).
void FrameRewriter::declareRepeated(VarDecl *V, SmallVectorImpl<Stmt *> &Out) {
  VarDecl *Storage = getStorage(V);
  if (Lives->beginsAtDeclaration(V))
    Out.push_back(
        B.assign(B.ref(Storage), newStorage(V->getType(), C.getDeclAlign(V))));
  // What a debugger shows.
  Out.push_back(B.declare(B.alias(Target, V, B.deref(B.read(Storage)))));
  if (V->hasInit())
    initialize(B.deref(B.read(Storage)), V, Out);
}

/// Makes storage for what lives from \p S on, though it is declared elsewhere.
void FrameRewriter::beginVariables(const Stmt *S,
                                   SmallVectorImpl<Stmt *> &Out) {
  SourceRange Range = B.getRange();
  for (VarDecl *V : Lives->getBegunBy(S)) {
    B.setLocation(S->getBeginLoc());
    Out.push_back(B.assign(B.ref(getStorage(V)),
                           newStorage(V->getType(), C.getDeclAlign(V))));
  }
  B.setLocation(Range);
}

/// The variable of a loop's head that needs a place of its own gets it before
/// the loop: one for all iterations.
Stmt *FrameRewriter::visitFor(ForStmt *S) {
  SmallVector<Stmt *, 4> Out;
  beginVariables(S, Out);
  if (auto *Declaration = dyn_cast_or_null<DeclStmt>(S->getInit())) {
    if (visitDeclaration(Declaration, Out))
      S->setInit(nullptr);
  } else if (Stmt *Init = S->getInit()) {
    visit(Init);
    S->setInit(Init);
  }
  ++Loops;
  for (Stmt *&Child : S->children())
    if (Child && Child != S->getInit())
      visit(Child);
  --Loops;
  return putBehind(Out, S);
}

/// \p S with \p Before before it. Where its name is used it gets another, for
/// the label stands before both.
Stmt *FrameRewriter::putBehind(ArrayRef<Stmt *> Before, Stmt *S) {
  if (Before.empty())
    return S;
  B.setLocation(S->getSourceRange());
  SmallVector<Stmt *, 4> Out(Before.begin(), Before.end());
  if (auto It = ByName.find(S); It != ByName.end()) {
    LabelDecl *Name = B.newLabel(Target, "defer.loop");
    for (Stmt *Use : It->second)
      if (auto *Break = dyn_cast<BreakStmt>(Use))
        setLoopName(Break, Name);
      else
        setLoopName(cast<ContinueStmt>(Use), Name);
    S = B.label(Name, S);
  }
  Out.push_back(S);
  return B.compound(Out);
}

Stmt *FrameRewriter::visitReturn(ReturnStmt *S) {
  visitChildren(S);
  if (!Exit)
    return S;
  // The variable that Clang would have returned in place is not the result:
  // what deferred code does to it after the return is not to be seen (D7).
  if (const VarDecl *Candidate = S->getNRVOCandidate();
      Candidate && Candidate != Result)
    const_cast<VarDecl *>(Candidate)->setNRVOVariable(false);
  B.setLocation(S->getSourceRange());
  SmallVector<Stmt *, 3> Out;
  if (Expr *Value = S->getRetValue()) {
    if (!Result) {
      Out.push_back(Value); // of type void
    } else if (Value->getType()->isRecordType() && !getDirectRead(Value)) {
      // Not stored to piece by piece, of which a panic would leave some.
      VarDecl *Temporary = B.variable(
          Target, "defer.value", Value->getType().getUnqualifiedType(), Value);
      Out.push_back(B.declare(Temporary));
      Out.push_back(B.assign(B.ref(Result), B.read(Temporary)));
    } else {
      Out.push_back(B.assign(B.ref(Result), Value));
    }
  }
  Out.push_back(B.jump(Exit));
  return B.compound(Out);
}

/// A constant variable may stand where only a constant may, under its own name.
/// \returns null if \p E reads something else.
Expr *FrameRewriter::getConstantRead(ImplicitCastExpr *E) {
  if (E->getCastKind() != CK_LValueToRValue || !E->getType()->isScalarType())
    return nullptr;
  const Expr *Object = E->getSubExpr()->IgnoreParenImpCasts();
  while (true) {
    if (auto *Member = dyn_cast<MemberExpr>(Object))
      Object = Member->getBase()->IgnoreParenImpCasts();
    else if (auto *Element = dyn_cast<ArraySubscriptExpr>(Object))
      Object = Element->getBase()->IgnoreParenImpCasts();
    else
      break;
  }
  auto *Reference = dyn_cast<DeclRefExpr>(Object);
  auto *V = Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
  Expr::EvalResult Result;
  if (!V || !V->hasLocalStorage() || !V->getType().isConstQualified() ||
      !E->EvaluateAsRValue(Result, C) || Result.HasSideEffects)
    return nullptr;
  return ConstantExpr::Create(C, E, Result.Val);
}

Expr *FrameRewriter::visitReference(DeclRefExpr *E) {
  auto *V = dyn_cast<VarDecl>(E->getDecl());
  auto It = V ? Variables.find(V) : Variables.end();
  if (It == Variables.end())
    return E;
  SourceRange Range = B.getRange();
  B.setLocation(E->getLocation());
  Expr *New = It->second.How == Access::Pointee ? B.deref(B.read(It->second.By))
                                                : B.ref(It->second.By);
  B.setLocation(Range);
  return New;
}

/// A compound literal whose address a deferred call gets is a variable without
/// a name.
Expr *FrameRewriter::visitLiteral(CompoundLiteralExpr *E) {
  visitChildren(E);
  if (!InDeferredCall || !E->isGLValue() || E->isFileScope() || !mayRepeat() ||
      E->getType()->isVariablyModifiedType())
    return E;
  QualType T = E->getType();
  VarDecl *Init = B.variable(Target, "defer.init", T.getUnqualifiedType(),
                             E->getInitializer());
  VarDecl *Pointer = B.variable(Target, "defer.literal", C.getPointerType(T),
                                newStorage(T, C.getTypeAlignInChars(T)));
  Stmt *Body[] = {
      B.declare(Pointer), B.declare(Init),
      B.call(R.Memcpy,
             {B.voidPointer(B.read(Pointer)),
              B.voidPointer(B.addressOf(B.ref(Init))),
              IntegerLiteral::Create(
                  C,
                  C.MakeIntValue(C.getTypeSizeInChars(T).getQuantity(),
                                 C.getSizeType()),
                  C.getSizeType(), B.getLocation())}),
      B.read(Pointer)};
  return B.deref(B.statementExpr(B.compound(Body), C.getPointerType(T)));
}

/// Where \p Defer was written, as seen from where all of it stands: not in the
/// expansion of the macro `defer`, but in that of a macro that holds it all.
static SourceRange getWrittenRange(const UnaryOperator *Defer,
                                   const SourceManager &SM) {
  SourceLocation Begin = Defer->getOperatorLoc(), End = Begin;
  // The parentheses that the keyword adds are where it is.
  for (const Expr *E = Defer; End == Begin && !E->children().empty();) {
    E = cast<Expr>(*E->child_begin());
    End = E->getEndLoc();
    if (isa<StmtExpr>(E))
      break;
  }
  auto Holds = [&](FileID File, SourceLocation Loc) {
    while (SM.getFileID(Loc) != File && Loc.isMacroID())
      Loc = SM.getImmediateExpansionRange(Loc).getBegin();
    return SM.getFileID(Loc) == File;
  };
  while (Begin.isMacroID() && !Holds(SM.getFileID(Begin), End))
    Begin = SM.getImmediateExpansionRange(Begin).getBegin();
  while (End.isMacroID() && SM.getFileID(End) != SM.getFileID(Begin))
    End = SM.getImmediateExpansionRange(End).getEnd();
  return {Begin, End};
}

Stmt *FrameRewriter::visitDefer(const UnaryOperator *Defer) {
  DeferredCode Code(Defer);
  SourceRange Range = getWrittenRange(Defer, C.getSourceManager());
  ThunkBuilder Thunk(*this, Range);
  if (Code.Block) {
    Thunk.deferBlock(Code.Block->getSubStmt());
  } else {
    bool Before = std::exchange(InDeferredCall, true);
    Thunk.deferCall(Code.Call);
    InDeferredCall = Before;
  }
  B.setLocation(Range);
  return Thunk.finish();
}

SmallVector<FunctionDecl *, 4>
Rewriter::rewrite(FunctionDecl *F, const FunctionSummary &Summary) {
  Thunks.clear();
  if (!Recover) {
    ASTContext &C = B.context();
    Recover =
        B.function("__defer_recover", C.VoidPtrTy, {C.VoidPtrTy}, SC_Extern);
    Recover->addAttr(NoThrowAttr::CreateImplicit(C));
  }
  FrameRewriter Frame(*this, F, F);
  F->setBody(
      Frame.rewrite(cast<CompoundStmt>(F->getBody()), {}, Summary.Result));
  return Thunks;
}

} // namespace defer
