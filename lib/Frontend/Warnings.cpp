//===-- Warnings.cpp - What is valid and hardly meant ---------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Warnings.h"

#include "Checks.h"
#include "Keyword.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/APSInt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <memory>
#include <optional>
#include <string>

using namespace clang;

namespace defer {

namespace {

/// Visits the parts of \p S that are executed when \p S is.
void forEachExecutedPart(const Stmt *S, const ASTContext &C,
                         llvm::function_ref<void(const Stmt *)> Visit) {
  auto VisitIfAny = [&](const Stmt *Part) {
    if (Part)
      Visit(Part);
  };
  switch (S->getStmtClass()) {
  case Stmt::BlockExprClass: // another function
    return;
  case Stmt::UnaryExprOrTypeTraitExprClass: {
    // An array's size, if it is a variable one, is computed.
    auto *Trait = cast<UnaryExprOrTypeTraitExpr>(S);
    if (!Trait->getTypeOfArgument()->isVariablyModifiedType())
      return;
    break;
  }
  case Stmt::GenericSelectionExprClass:
    VisitIfAny(cast<GenericSelectionExpr>(S)->getResultExpr());
    return;
  case Stmt::ChooseExprClass:
    VisitIfAny(cast<ChooseExpr>(S)->getChosenSubExpr());
    return;
  case Stmt::BinaryConditionalOperatorClass:
    VisitIfAny(cast<BinaryConditionalOperator>(S)->getCommon());
    VisitIfAny(cast<BinaryConditionalOperator>(S)->getFalseExpr());
    return;
  case Stmt::CallExprClass: {
    unsigned Builtin = cast<CallExpr>(S)->getBuiltinCallee();
    if (Builtin && C.BuiltinInfo.isUnevaluated(Builtin))
      return;
    break;
  }
  default:
    break;
  }
  for (const Stmt *Child : S->children())
    VisitIfAny(Child);
}

/// What a piece of code does more with than reading its value.
class Changes : public RecursiveASTVisitor<Changes> {
public:
  explicit Changes(const Stmt *S) { TraverseStmt(const_cast<Stmt *>(S)); }

  bool contains(const ValueDecl *D) const { return Changed.count(D); }
  /// The places where that is.
  ArrayRef<const Expr *> get(const ValueDecl *D) const {
    auto It = Changed.find(D);
    return It == Changed.end() ? ArrayRef<const Expr *>() : It->second;
  }

  bool VisitImplicitCastExpr(ImplicitCastExpr *E) {
    if (E->getCastKind() != CK_LValueToRValue)
      return true;
    // The object that is read, and those that it is a part of.
    const Expr *Object = E->getSubExpr()->IgnoreParens();
    while (true) {
      Reads.insert(Object);
      if (auto *Member = dyn_cast<MemberExpr>(Object)) {
        if (Member->isArrow())
          break;
        Object = Member->getBase()->IgnoreParens();
      } else if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(Object)) {
        auto *Decay = dyn_cast<ImplicitCastExpr>(Subscript->getBase());
        if (!Decay || Decay->getCastKind() != CK_ArrayToPointerDecay)
          break;
        Object = Decay->getSubExpr()->IgnoreParens();
      } else {
        break;
      }
    }
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (!Reads.count(E))
      Changed[E->getDecl()].push_back(E);
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    if (!Reads.count(E))
      Changed[E->getMemberDecl()].push_back(E);
    return true;
  }

private:
  llvm::DenseSet<const Expr *> Reads;
  llvm::DenseMap<const ValueDecl *, SmallVector<const Expr *, 2>> Changed;
};

/// Where control may go from one place in a function to another. Deferred code
/// is in it where its statement stands, which is of no account for what is
/// asked here.
class Flow {
public:
  /// Statements that are not to be passed; a loop stands for the end of its
  /// iteration, a variable for its declaration.
  class Stops {
  public:
    void add(const Stmt *S) { Set.insert(getElement(S)); }
    void add(const VarDecl *V) { Set.insert(V); }
    bool contains(const void *P) const { return Set.count(P); }

  private:
    llvm::SmallPtrSet<const void *, 8> Set;
  };

  explicit Flow(FunctionDecl *F) {
    CFG::BuildOptions Options;
    Options.setAllAlwaysAdd();
    Graph = CFG::buildCFG(F, F->getBody(), &F->getASTContext(), Options);
    if (!Graph)
      return;
    for (const CFGBlock *Block : *Graph)
      for (unsigned I = 0, E = Block->size(); I != E; ++I)
        if (auto Element = (*Block)[I].getAs<CFGStmt>())
          Positions[Element->getStmt()] = {Block, I};
  }

  /// Whether \p To may be executed after \p From; of a loop, the end of its
  /// iteration.
  bool reaches(const Stmt *From, const Stmt *To, const Stops &Stops) const {
    To = getElement(To);
    auto It = Positions.find(getElement(From));
    if (It == Positions.end())
      return false;
    llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
    SmallVector<const CFGBlock *, 16> Worklist;
    auto [Block, Index] = It->second;
    ++Index;
    while (true) {
      bool Passed = true;
      for (unsigned E = Block->size(); Passed && Index != E; ++Index)
        if (auto Element = (*Block)[Index].getAs<CFGStmt>()) {
          const Stmt *S = Element->getStmt();
          if (S == To)
            return true;
          Passed = !Stops.contains(S);
          if (auto *Declaration = dyn_cast<DeclStmt>(S))
            for (const Decl *D : Declaration->decls())
              Passed &= !Stops.contains(D);
        }
      if (Passed)
        for (const CFGBlock *Successor : Block->succs())
          if (Successor && Seen.insert(Successor).second) {
            const Stmt *Loop = Successor->getLoopTarget();
            if (Loop && Loop == To)
              return true;
            if (!Loop || !Stops.contains(Loop))
              Worklist.push_back(Successor);
          }
      if (Worklist.empty())
        return false;
      Block = Worklist.pop_back_val();
      Index = 0;
    }
  }

private:
  /// What stands for \p S in the graph: to it `__extension__`, which our
  /// keyword is, counts among the parentheses.
  static const Stmt *getElement(const Stmt *S) {
    auto *E = dyn_cast<Expr>(S);
    return E ? E->IgnoreParens() : S;
  }

  std::unique_ptr<CFG> Graph;
  llvm::DenseMap<const Stmt *, std::pair<const CFGBlock *, unsigned>> Positions;
};

/// A call that takes or releases a lock.
struct LockCall {
  const CallExpr *Call;
  const Expr *Lock;
  bool Releases;
};

std::optional<LockCall> getLockCall(const Expr *E) {
  auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || !F->getIdentifier() || !F->hasExternalFormalLinkage() ||
      Call->getNumArgs() == 0)
    return std::nullopt;
  StringRef Name = F->getName();
  bool IsRWLock = Name.consume_front("pthread_rwlock_");
  if (!IsRWLock && !Name.consume_front("pthread_mutex_") &&
      !Name.consume_front("pthread_spin_") && !Name.consume_front("mtx_"))
    return std::nullopt;
  if (Name == "unlock")
    return LockCall{Call, Call->getArg(0), /*Releases=*/true};
  for (StringRef Variant : {"try", "timed", "clock"})
    if (Name.consume_front(Variant))
      break;
  if (IsRWLock && !Name.consume_front("rd"))
    Name.consume_front("wr");
  if (Name != "lock")
    return std::nullopt;
  return LockCall{Call, Call->getArg(0), /*Releases=*/false};
}

class Warner {
public:
  Warner(FunctionDecl *F, const Keyword &K, DiagnosticsEngine &Diags,
         const WarningOptions &Options)
      : F(F), C(F->getASTContext()), K(K), Diags(Diags), Options(Options) {}

  void run();

private:
  /// The function's own code or that of a deferred block: the calls that it
  /// defers run at its end.
  struct Frame {
    const Stmt *Body;
    const UnaryOperator *Defer; ///< Of a block.
  };
  /// A place in a frame, and the loops of the frame that it is in.
  struct Place {
    const Frame *In = nullptr;
    SmallVector<const Stmt *, 4> Loops;
  };
  /// What is executed in a piece of deferred code, that of its own blocks too.
  struct Executed {
    SmallVector<const DeclRefExpr *, 8> References;
    SmallVector<LockCall, 2> LockCalls;
    llvm::DenseSet<const Expr *> Assigned;
  };
  struct PlacedLockCall {
    LockCall Call;
    Place At;
    /// The statement that executes or defers the call.
    const Stmt *Statement;
    const Executed *Block; ///< Of a deferred block.
  };

  void visit(const Stmt *S);
  void visitPart(const Stmt *S, const Stmt *Part);
  void visitParts(const Stmt *S);
  void visitDefer(const UnaryOperator *Defer);
  void collect(const Stmt *S, Executed &Code) const;

  bool changesLater(const VarDecl *V, const ForStmt *Loop,
                    const UnaryOperator *Defer);
  void warnAboutHead(const UnaryOperator *Defer, const Executed &Code);
  void warnAboutLocks();
  const std::optional<std::string> &
  getLockKey(const Expr *E, const Stmt *Region, const Frame *In);
  bool isTakenAgain(const PlacedLockCall &Taken, const PlacedLockCall &Deferred,
                    const Stmt *Region, ArrayRef<const Stmt *> Around);
  bool hasCleanup(const DeclRefExpr *E) const;
  void warnAboutCleanup(const DeclRefExpr *E, bool InBlock);
  void warnAboutNothrow(SourceLocation Loc, const char *What);

  const DeclRefExpr *getCarriedVariable(const Expr *Value) const;
  const DeclRefExpr *getVariableOf(const Expr *LValue, bool Address) const;

  const Flow &getFlow() {
    if (!FlowOfFunction)
      FlowOfFunction = std::make_unique<Flow>(F);
    return *FlowOfFunction;
  }
  const Changes &getChanges(const Stmt *S) {
    std::unique_ptr<Changes> &Changed = ChangesIn[S];
    if (!Changed)
      Changed = std::make_unique<Changes>(S);
    return *Changed;
  }
  SourceLocation getWrittenLocation(SourceLocation Loc) const;
  /// To Clang a plugin's warning is not one that -Werror is about.
  DiagnosticBuilder warn(SourceLocation Loc, StringRef Text) {
    return report(Diags.getWarningsAsErrors() ? DiagnosticIDs::Error
                                              : DiagnosticIDs::Warning,
                  Loc, Text);
  }
  DiagnosticBuilder note(SourceLocation Loc, StringRef Text) {
    return report(DiagnosticIDs::Note, Loc, Text);
  }
  DiagnosticBuilder report(DiagnosticIDs::Level Level, SourceLocation Loc,
                           StringRef Text) {
    return Diags.Report(Loc,
                        Diags.getDiagnosticIDs()->getCustomDiagID(Level, Text));
  }

  FunctionDecl *F;
  ASTContext &C;
  const Keyword &K;
  DiagnosticsEngine &Diags;
  const WarningOptions &Options;

  Place Here;
  std::vector<std::unique_ptr<Frame>> Frames;
  std::vector<std::unique_ptr<Executed>> Blocks;
  llvm::DenseMap<const VarDecl *, Place> Declarations;
  SmallVector<PlacedLockCall, 4> LockCalls, DeferredUnlocks;
  std::unique_ptr<Flow> FlowOfFunction;
  llvm::DenseMap<std::pair<const Expr *, const Stmt *>,
                 std::optional<std::string>>
      LockKeys;
  llvm::DenseMap<const Stmt *, std::unique_ptr<Changes>> ChangesIn;
};

/// Names the object that an expression designates, so that two expressions that
/// surely designate the same one have the same name, all through a piece of
/// code that is executed repeatedly.
class LockKey {
public:
  using Key = std::optional<std::string>;

  /// \p DeclaredInside tells a variable of which each repetition has its own.
  LockKey(const ASTContext &C, const Changes &Changed,
          llvm::function_ref<bool(const VarDecl *)> DeclaredInside)
      : C(C), Changed(Changed), DeclaredInside(DeclaredInside) {}

  Key ofValue(const Expr *E) const {
    E = E->IgnoreParens();
    if (auto *Cast = dyn_cast<CastExpr>(E)) {
      switch (Cast->getCastKind()) {
      case CK_LValueToRValue:
        return ofLoad(Cast->getSubExpr());
      case CK_ArrayToPointerDecay:
        return ofObject(Cast->getSubExpr());
      case CK_NoOp:
      case CK_BitCast:
      case CK_IntegralCast:
        return ofValue(Cast->getSubExpr());
      default:
        return std::nullopt;
      }
    }
    if (auto *Unary = dyn_cast<UnaryOperator>(E);
        Unary && Unary->getOpcode() == UO_AddrOf)
      return ofObject(Unary->getSubExpr());
    Expr::EvalResult Result;
    if (E->getType()->isIntegerType() && E->EvaluateAsInt(Result, C))
      return llvm::toString(Result.Val.getInt(), 10);
    if (auto *Binary = dyn_cast<BinaryOperator>(E);
        Binary && (Binary->isAdditiveOp() || Binary->isMultiplicativeOp())) {
      Key Left = ofValue(Binary->getLHS()), Right = ofValue(Binary->getRHS());
      if (Left && Right)
        return "(" + *Left + Binary->getOpcodeStr().str() + *Right + ")";
    }
    return std::nullopt;
  }

private:
  static std::string name(const void *P) {
    return std::to_string(reinterpret_cast<uintptr_t>(P));
  }
  static Key append(Key Base, const std::string &Part) {
    if (Base)
      *Base += Part;
    return Base;
  }

  Key ofObject(const Expr *E) const {
    E = E->IgnoreParens();
    if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      auto *V = dyn_cast<VarDecl>(Ref->getDecl());
      if (!V || (V->hasLocalStorage() && DeclaredInside(V)))
        return std::nullopt;
      return "&" + name(V->getCanonicalDecl());
    }
    if (auto *Member = dyn_cast<MemberExpr>(E))
      return append(Member->isArrow() ? ofValue(Member->getBase())
                                      : ofObject(Member->getBase()),
                    "." + name(Member->getMemberDecl()));
    if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      Key Index = ofValue(Subscript->getIdx());
      return Index ? append(ofValue(Subscript->getBase()), "[" + *Index + "]")
                   : std::nullopt;
    }
    if (auto *Unary = dyn_cast<UnaryOperator>(E);
        Unary && Unary->getOpcode() == UO_Deref)
      return ofValue(Unary->getSubExpr());
    return std::nullopt;
  }

  /// What is in an object, if the region leaves that alone.
  Key ofLoad(const Expr *E) const {
    E = E->IgnoreParens();
    if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      auto *V = dyn_cast<VarDecl>(Ref->getDecl());
      if (!V || Changed.contains(V) || V->getType().isVolatileQualified())
        return std::nullopt;
      if (V->hasLocalStorage() && DeclaredInside(V))
        return V->getInit() ? ofValue(V->getInit()) : std::nullopt;
      return "*&" + name(V->getCanonicalDecl());
    }
    if (auto *Member = dyn_cast<MemberExpr>(E)) {
      if (Changed.contains(Member->getMemberDecl()))
        return std::nullopt;
      if (Key Object = ofObject(Member))
        return "*" + *Object;
    }
    return std::nullopt;
  }

  const ASTContext &C;
  const Changes &Changed; ///< By the region.
  llvm::function_ref<bool(const VarDecl *)> DeclaredInside;
};

/// The names of defer.h are where the statement is, to who wrote it; the header
/// may be a system header, of which Clang shows no warnings.
SourceLocation Warner::getWrittenLocation(SourceLocation Loc) const {
  const SourceManager &SM = C.getSourceManager();
  while (Loc.isMacroID() && !SM.isMacroArgExpansion(Loc)) {
    StringRef Macro = Lexer::getImmediateMacroName(Loc, SM, C.getLangOpts());
    if (Macro != "defer" && Macro != "defer_panic" && Macro != "defer_panicf")
      break;
    Loc = SM.getImmediateExpansionRange(Loc).getBegin();
  }
  return Loc;
}

void Warner::run() {
  Frames.push_back(std::make_unique<Frame>(Frame{F->getBody(), nullptr}));
  Here.In = Frames.back().get();
  visit(F->getBody());
  if (Options.Loop)
    warnAboutLocks();
}

void Warner::visitPart(const Stmt *S, const Stmt *Part) {
  if (const UnaryOperator *Defer = K.getDefer(Part);
      Defer && isSubstatement(S, Part))
    visitDefer(Defer);
  else
    visit(Part);
}

void Warner::visitParts(const Stmt *S) {
  forEachExecutedPart(S, C, [&](const Stmt *Part) { visitPart(S, Part); });
}

void Warner::visit(const Stmt *S) {
  switch (S->getStmtClass()) {
  case Stmt::ForStmtClass: {
    auto *For = cast<ForStmt>(S);
    if (For->getInit())
      visit(For->getInit());
    Here.Loops.push_back(S);
    for (const Stmt *Part : S->children())
      if (Part && Part != For->getInit())
        visitPart(S, Part);
    Here.Loops.pop_back();
    return;
  }
  case Stmt::WhileStmtClass:
  case Stmt::DoStmtClass:
    Here.Loops.push_back(S);
    visitParts(S);
    Here.Loops.pop_back();
    return;
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (auto *V = dyn_cast<VarDecl>(D))
        Declarations[V] = Here;
    break;
  case Stmt::CallExprClass: {
    auto *Call = cast<CallExpr>(S);
    if (auto Lock = getLockCall(Call))
      LockCalls.push_back({*Lock, Here, Call, nullptr});
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Callee->getIdentifier() &&
        Callee->hasExternalFormalLinkage() &&
        llvm::StringSwitch<bool>(Callee->getName())
            .Case("defer_panic", true)
            .Case("defer_panicf", true)
            .Case("defer_panic_at", true)
            .Case("defer_panicf_at", true)
            .Default(false))
      warnAboutNothrow(Call->getBeginLoc(), "panic");
    break;
  }
  default:
    break;
  }
  visitParts(S);
}

void Warner::visitDefer(const UnaryOperator *Defer) {
  warnAboutNothrow(Defer->getOperatorLoc(), "defer");
  DeferredCode Code(Defer);
  if (!Code.Block) {
    if (auto Lock = getLockCall(Code.Call); Lock && Lock->Releases)
      DeferredUnlocks.push_back({*Lock, Here, Defer, nullptr});
    auto *Call = dyn_cast<CallExpr>(Code.Call);
    if (Options.Cleanup)
      for (const Stmt *Part : Code.Call->children())
        if (!Call || Part != Call->getCallee())
          if (auto *E = cast<Expr>(Part))
            if (const DeclRefExpr *Variable =
                    E->isGLValue() ? getVariableOf(E, /*Address=*/true)
                                   : getCarriedVariable(E))
              warnAboutCleanup(Variable, /*InBlock=*/false);
    visitParts(Code.Call);
    return;
  }

  const Stmt *Body = Code.Block->getSubStmt();
  Blocks.push_back(std::make_unique<Executed>());
  Executed &Executed = *Blocks.back();
  collect(Body, Executed);
  if (Options.Loop)
    warnAboutHead(Defer, Executed);
  for (const LockCall &Lock : Executed.LockCalls)
    if (Lock.Releases)
      DeferredUnlocks.push_back({Lock, Here, Defer, &Executed});
  if (Options.Cleanup) {
    llvm::DenseSet<const Decl *> Told;
    for (const DeclRefExpr *E : Executed.References)
      if (hasCleanup(E) && Told.insert(E->getDecl()).second)
        warnAboutCleanup(E, /*InBlock=*/true);
  }

  Place Outer = std::exchange(Here, {});
  Frames.push_back(std::make_unique<Frame>(Frame{Body, Defer}));
  Here.In = Frames.back().get();
  visit(Body);
  Here = std::move(Outer);
}

void Warner::collect(const Stmt *S, Executed &Code) const {
  if (auto *Assignment = dyn_cast<BinaryOperator>(S);
      Assignment && Assignment->getOpcode() == BO_Assign)
    Code.Assigned.insert(Assignment->getLHS()->IgnoreParens());
  if (auto *Ref = dyn_cast<DeclRefExpr>(S))
    Code.References.push_back(Ref);
  if (auto *E = dyn_cast<Expr>(S))
    if (auto Lock = getLockCall(E))
      Code.LockCalls.push_back(*Lock);
  forEachExecutedPart(S, C, [&](const Stmt *Part) { collect(Part, Code); });
}

/// Whether the variable of a loop's head may change after \p Defer, in another
/// iteration or another run of the statement.
bool Warner::changesLater(const VarDecl *V, const ForStmt *Loop,
                          const UnaryOperator *Defer) {
  ArrayRef<const Expr *> Places = getChanges(Loop).get(V);
  if (Places.empty())
    return false;
  Flow::Stops Redeclared;
  Redeclared.add(V);
  const Flow &Flow = getFlow();
  return (Flow.reaches(Defer, Loop, Redeclared) ||
          Flow.reaches(Defer, Defer, Redeclared)) &&
         llvm::any_of(Places, [&](const Expr *Place) {
           return Flow.reaches(Defer, Place, Redeclared);
         });
}

/// W1: the variable that a loop's head declares is one for all iterations.
void Warner::warnAboutHead(const UnaryOperator *Defer, const Executed &Code) {
  llvm::DenseMap<const Decl *, const ForStmt *> Heads;
  for (const Stmt *Loop : Here.Loops)
    if (auto *For = dyn_cast<ForStmt>(Loop))
      if (auto *Declaration = dyn_cast_or_null<DeclStmt>(For->getInit()))
        for (const Decl *D : Declaration->decls())
          Heads[D] = For;
  if (Heads.empty())
    return;
  llvm::DenseSet<const Decl *> Fine;
  for (const DeclRefExpr *E : Code.References) {
    auto *V = dyn_cast<VarDecl>(E->getDecl());
    const ForStmt *For = V ? Heads.lookup(V) : nullptr;
    if (!For || !V->hasLocalStorage() || Fine.count(V))
      continue;
    // One that the block sets first, and one that stays as it is: in an
    // iteration that is the last, for instance.
    if (Code.Assigned.count(E) || !changesLater(V, For, Defer)) {
      Fine.insert(V);
      continue;
    }
    warn(E->getLocation(),
         "deferred block uses '%0', which all iterations of the loop share: "
         "it sees the last value")
        << V->getName();
    note(V->getLocation(),
         "'%0' is declared in the loop's head; copy it to a variable of the "
         "loop's body, or defer a call, whose arguments are evaluated at the "
         "defer statement")
        << V->getName();
    return;
  }
}

/// W1: who takes a lock in a loop and defers its release waits for himself in
/// the next iteration.
void Warner::warnAboutLocks() {
  for (const PlacedLockCall &Deferred : DeferredUnlocks) {
    const PlacedLockCall *Found = nullptr;
    for (const PlacedLockCall &Taken : LockCalls) {
      if (Found || Taken.Call.Releases || Taken.At.In != Deferred.At.In)
        continue;
      ArrayRef<const Stmt *> Loops = Taken.At.Loops;
      unsigned Common = 0;
      while (Common != Loops.size() && Common != Deferred.At.Loops.size() &&
             Loops[Common] == Deferred.At.Loops[Common])
        ++Common;
      // From the innermost loop to all that the frame does, for loops may be
      // made of `goto`.
      for (unsigned I = Common; !Found && I; --I)
        if (isTakenAgain(Taken, Deferred, Loops[I - 1],
                         Loops.take_front(I - 1)))
          Found = &Taken;
      if (!Found && isTakenAgain(Taken, Deferred, Taken.At.In->Body, {}))
        Found = &Taken;
    }
    if (!Found)
      continue;
    warn(Deferred.Call.Call->getBeginLoc(),
         "deferred unlock in a loop that takes the lock again: it runs when "
         "the %select{function returns|deferred block ends}0, not when the "
         "iteration ends")
        << (Deferred.At.In->Defer != nullptr);
    note(Found->Call.Call->getBeginLoc(),
         "the lock is taken here; release it at the iteration's end, move "
         "the loop's body into a function of its own, or use 'cleanup' or "
         "'_Defer', whose scope is the block");
  }
}

/// Names the lock \p E in \p Region, a loop or all of the code of \p In.
const std::optional<std::string> &
Warner::getLockKey(const Expr *E, const Stmt *Region, const Frame *In) {
  auto [It, IsNew] = LockKeys.try_emplace({E, Region});
  if (IsNew) {
    auto DeclaredInside = [&](const VarDecl *V) {
      auto Declaration = Declarations.find(V);
      if (Declaration == Declarations.end())
        return false; // a parameter
      const Place &At = Declaration->second;
      return Region == In->Body ? At.In == In
                                : llvm::is_contained(At.Loops, Region);
    };
    It->second = LockKey(C, getChanges(Region), DeclaredInside).ofValue(E);
  }
  return It->second;
}

/// Whether \p Region, a loop or all of the frame, repeats both calls with the
/// same lock. \p Around are the loops that it is in.
bool Warner::isTakenAgain(const PlacedLockCall &Taken,
                          const PlacedLockCall &Deferred, const Stmt *Region,
                          ArrayRef<const Stmt *> Around) {
  const Frame *In = Taken.At.In;
  std::optional<std::string> Key = getLockKey(Taken.Call.Lock, Region, In);
  auto IsSame = [&](const LockCall &Call) {
    return getLockKey(Call.Lock, Region, In) == Key;
  };
  if (!Key || !IsSame(Deferred.Call))
    return false;
  // A block that takes the lock itself releases that.
  if (Deferred.Block)
    for (const LockCall &Call : Deferred.Block->LockCalls)
      if (!Call.Releases && IsSame(Call))
        return false;
  Flow::Stops Stops;
  for (const Stmt *Loop : Around)
    Stops.add(Loop);
  if (In->Defer)
    Stops.add(In->Defer);
  for (const PlacedLockCall &Lock : LockCalls)
    if (Lock.Call.Releases && Lock.At.In == In && IsSame(Lock.Call))
      Stops.add(Lock.Statement);
  return getFlow().reaches(Taken.Statement, Deferred.Statement, Stops) &&
         getFlow().reaches(Deferred.Statement, Taken.Statement, Stops);
}

/// Whether \p E is a variable of the frame at hand that has a `cleanup`. Of
/// those of a frame around it, the deferred block in that frame has been told.
bool Warner::hasCleanup(const DeclRefExpr *E) const {
  auto *V = dyn_cast<VarDecl>(E->getDecl());
  return V && V->hasAttr<CleanupAttr>() && Declarations.lookup(V).In == Here.In;
}

/// The variable with a `cleanup` that an argument is a handle of: its address,
/// its value or a part of that, which what has been cleaned up is known by.
/// What a call makes of it, or what is read through it, is not.
const DeclRefExpr *Warner::getCarriedVariable(const Expr *E) const {
  E = E->IgnoreParens();
  if (auto *Cast = dyn_cast<CastExpr>(E)) {
    QualType T = E->getType();
    if (T->isBooleanType() || T->isRealFloatingType() || T->isVoidType())
      return nullptr;
    if (Cast->getCastKind() == CK_LValueToRValue)
      return getVariableOf(Cast->getSubExpr(), /*Address=*/false);
    if (Cast->getCastKind() == CK_ArrayToPointerDecay)
      return getVariableOf(Cast->getSubExpr(), /*Address=*/true);
    return Cast->getSubExpr()->isPRValue()
               ? getCarriedVariable(Cast->getSubExpr())
               : nullptr;
  }
  if (auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_AddrOf
               ? getVariableOf(Unary->getSubExpr(), /*Address=*/true)
               : nullptr;
  const Expr *Parts[2] = {};
  if (auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->isCommaOp() || Binary->getOpcode() == BO_Assign) {
      Parts[0] = Binary->getRHS();
    } else if (Binary->isAdditiveOp() && E->getType()->isPointerType()) {
      Parts[0] = Binary->getLHS();
      Parts[1] = Binary->getRHS();
    }
  } else if (auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    Parts[0] = Choice->getTrueExpr();
    Parts[1] = Choice->getFalseExpr();
  } else if (auto *Elvis = dyn_cast<BinaryConditionalOperator>(E)) {
    Parts[0] = Elvis->getCommon();
    Parts[1] = Elvis->getFalseExpr();
  }
  for (const Expr *Part : Parts)
    if (Part)
      if (const DeclRefExpr *Found = getCarriedVariable(Part))
        return Found;
  return nullptr;
}

/// The same of an object whose \p Address, or else whose value, is asked for.
const DeclRefExpr *Warner::getVariableOf(const Expr *E, bool Address) const {
  E = E->IgnoreParens();
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    return hasCleanup(Ref) ? Ref : nullptr;
  if (auto *Member = dyn_cast<MemberExpr>(E)) {
    if (!Member->isArrow())
      return getVariableOf(Member->getBase(), Address);
    return Address ? getCarriedVariable(Member->getBase()) : nullptr;
  }
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
    auto *Decay = dyn_cast<ImplicitCastExpr>(Subscript->getBase());
    if (Decay && Decay->getCastKind() == CK_ArrayToPointerDecay)
      return getVariableOf(Decay->getSubExpr(), Address);
    return Address ? getCarriedVariable(Subscript->getBase()) : nullptr;
  }
  if (auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary && Unary->getOpcode() == UO_Deref)
    return Address ? getCarriedVariable(Unary->getSubExpr()) : nullptr;
  if (auto *Literal = dyn_cast<CompoundLiteralExpr>(E))
    if (auto *List = dyn_cast<InitListExpr>(Literal->getInitializer()))
      for (const Expr *Init : List->inits())
        if (const DeclRefExpr *Found = getCarriedVariable(Init))
          return Found;
  return nullptr;
}

/// W3: a variable's own cleanup comes before the function's deferred calls.
void Warner::warnAboutCleanup(const DeclRefExpr *E, bool InBlock) {
  const ValueDecl *V = E->getDecl();
  warn(E->getLocation(),
       "deferred %select{call|block}0 uses '%1', whose cleanup runs before "
       "it")
      << InBlock << V->getName();
  note(V->getLocation(),
       "the cleanup of '%0' runs when its scope is left, deferred calls "
       "after that; defer the cleanup as well, in place of the attribute")
      << V->getName();
}

/// W5: callers rely on what the function was declared to be.
void Warner::warnAboutNothrow(SourceLocation Loc, const char *What) {
  const Attr *Declared = nullptr;
  bool MayBeOmitted = false;
  if (F->hasAttr<ConstAttr>() || F->hasAttr<PureAttr>()) {
    Declared = F->hasAttr<ConstAttr>()
                   ? static_cast<const Attr *>(F->getAttr<ConstAttr>())
                   : F->getAttr<PureAttr>();
    MayBeOmitted = true;
  } else {
    Declared = F->getAttr<NoThrowAttr>();
  }
  if (!Declared)
    return;
  warn(getWrittenLocation(Loc), "%0 in function '%1', which is declared '%2'")
      << What << F->getName() << Declared->getSpelling();
  report(DiagnosticIDs::Note,
         Declared->getLocation().isValid() ? Declared->getLocation()
                                           : F->getLocation(),
         "callers of '%0' are compiled as if no panic could leave it%select{|, "
         "and may call it once for several calls, or not at all}1; a panic "
         "that does ends the program")
      << F->getName() << MayBeOmitted;
}

/// Whether Clang has reported, and mended somehow, what stands in a function.
class Errors : public RecursiveASTVisitor<Errors> {
public:
  static bool any(FunctionDecl *F) { return !Errors().TraverseDecl(F); }
  bool VisitExpr(Expr *E) { return !E->containsErrors(); }
  bool VisitDecl(Decl *D) { return !D->isInvalidDecl(); }
};

} // namespace

void warnAbout(FunctionDecl *F, const Keyword &K, DiagnosticsEngine &Diags,
               const WarningOptions &Options) {
  if (F->getASTContext().getLangOpts().CPlusPlus ||
      Diags.getIgnoreAllWarnings() ||
      Diags.getSourceManager().isInSystemHeader(F->getLocation()) ||
      Errors::any(F))
    return;
  Warner(F, K, Diags, Options).run();
}

} // namespace defer
