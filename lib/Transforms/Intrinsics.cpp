//===-- Intrinsics.cpp - The intrinsics of defer --------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Intrinsics.h"

#include "RuntimeABI.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Analysis/CycleAnalysis.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace defer {

std::string getIntrinsicName(Intrinsic ID) {
  StringRef Base;
  switch (ID) {
  case Intrinsic::Call:
    Base = "defer.call";
    break;
  case Intrinsic::Frame:
    Base = "defer.frame";
    break;
  case Intrinsic::Run:
    Base = "defer.run";
    break;
  case Intrinsic::Storage:
    Base = "defer.storage";
    break;
  case Intrinsic::None:
    break;
  }
  return (Base + IntrinsicSuffix).str();
}

Intrinsic getIntrinsic(const Function *F) {
  StringRef Name = F->getName();
  if (!Name.consume_back(IntrinsicSuffix))
    return Intrinsic::None;
  return StringSwitch<Intrinsic>(Name)
      .Case("defer.call", Intrinsic::Call)
      .Case("defer.frame", Intrinsic::Frame)
      .Case("defer.run", Intrinsic::Run)
      .Case("defer.storage", Intrinsic::Storage)
      .Default(Intrinsic::None);
}

Intrinsic getIntrinsic(const Value *V) {
  if (auto *Call = dyn_cast<CallBase>(V))
    if (const Function *Callee = Call->getCalledFunction())
      return getIntrinsic(Callee);
  return Intrinsic::None;
}

DeferCallOperands::DeferCallOperands(const CallBase &Site)
    : Thunk(Site.getArgOperand(0)), Context(Site.getArgOperand(1)),
      Size(cast<ConstantInt>(Site.getArgOperand(2))->getZExtValue()),
      Align(cast<ConstantInt>(Site.getArgOperand(3))->getZExtValue()) {}

void reportError(const Function &F, const Instruction *I,
                 const Twine &Message) {
  std::string Text = Message.str();
  if (I) {
    raw_string_ostream OS(Text);
    OS << ':';
    I->print(OS);
  }
  F.getContext().diagnose(DiagnosticInfoUnsupported(
      F, Text, I ? I->getDebugLoc() : DebugLoc(), DS_Error));
}

static FunctionType *getIntrinsicType(Intrinsic ID, LLVMContext &Context) {
  Type *Void = Type::getVoidTy(Context);
  Type *Ptr = PointerType::getUnqual(Context);
  Type *I64 = Type::getInt64Ty(Context);
  switch (ID) {
  case Intrinsic::Call:
    return FunctionType::get(Void, {Ptr, Ptr, I64, I64}, false);
  case Intrinsic::Frame:
    return FunctionType::get(Type::getInt1Ty(Context), {Ptr}, false);
  case Intrinsic::Run:
    return FunctionType::get(Void, false);
  case Intrinsic::Storage:
    return FunctionType::get(Ptr, {I64, I64}, false);
  case Intrinsic::None:
    break;
  }
  return nullptr;
}

bool verifyDeclarations(Module &M) {
  for (const GlobalValue &Global : M.global_values())
    if (!isa<Function>(Global) && Global.getName().ends_with(IntrinsicSuffix)) {
      M.getContext().emitError("'" + Global.getName() +
                               "' must be a function's declaration");
      return false;
    }
  for (Function &F : M) {
    Intrinsic ID = getIntrinsic(&F);
    if (ID == Intrinsic::None)
      continue;
    if (!F.isDeclaration()) {
      reportError(F, nullptr, "a defer intrinsic must not have a body");
      return false;
    }
    if (F.getFunctionType() != getIntrinsicType(ID, M.getContext())) {
      std::string Text;
      raw_string_ostream OS(Text);
      OS << *getIntrinsicType(ID, M.getContext());
      reportError(F, nullptr,
                  "'" + F.getName() + "' must have the type " + Text);
      return false;
    }
    for (const Use &U : F.uses()) {
      auto *Call = dyn_cast<CallBase>(U.getUser());
      bool Direct = Call && Call->isCallee(&U) && !isa<CallBrInst>(Call);
      if (Direct && Call->getFunctionType() == F.getFunctionType())
        continue;
      auto *I = dyn_cast<Instruction>(U.getUser());
      reportError(I ? *I->getFunction() : F, I,
                  "'" + F.getName() +
                      (Direct ? "' is called as a function of another type"
                              : "' may only be called, directly"));
      return false;
    }
  }
  return true;
}

bool hasCompatiblePersonality(const Function &F) {
  if (!F.hasPersonalityFn())
    return true;
  StringRef Name = F.getPersonalityFn()->stripPointerCasts()->getName();
  return Name == RuntimeABI::PersonalityName ||
         Name == RuntimeABI::CPersonalityName;
}

/// Whether \p F, a thunk by its type, can be called as one.
static bool isCalledAsThunk(const Function &F) {
  if (F.getCallingConv() != CallingConv::C)
    return false;
  for (const Argument &A : F.args())
    for (Attribute::AttrKind Kind :
         {Attribute::ByVal, Attribute::InAlloca, Attribute::Preallocated,
          Attribute::StructRet, Attribute::ByRef, Attribute::Nest,
          Attribute::InReg, Attribute::SwiftSelf, Attribute::SwiftError,
          Attribute::SwiftAsync})
      if (A.hasAttribute(Kind))
        return false;
  return true;
}

/// Whether the function may return, or run deferred calls, after \p Start.
static bool mayReturn(const BasicBlock &Start) {
  SmallPtrSet<const BasicBlock *, 16> Seen;
  SmallVector<const BasicBlock *, 16> Blocks{&Start};
  while (!Blocks.empty()) {
    const BasicBlock *BB = Blocks.pop_back_val();
    if (!Seen.insert(BB).second)
      continue;
    if (isa<ReturnInst>(BB->getTerminator()) ||
        any_of(*BB, [](const Instruction &I) {
          return getIntrinsic(&I) == Intrinsic::Run;
        }))
      return true;
    Blocks.append(succ_begin(BB), succ_end(BB));
  }
  return false;
}

/// Calls of these may unwind and have pads.
static bool canInvoke(const IntrinsicInst &II) {
  switch (II.getIntrinsicID()) {
  case llvm::Intrinsic::donothing:
  case llvm::Intrinsic::experimental_patchpoint:
  case llvm::Intrinsic::experimental_patchpoint_void:
    return true;
  default:
    return false;
  }
}

/// A token cannot be stored, as other values are for the ways that lead behind
/// one of several runs. \returns the first that would have to be.
static const Instruction *findTokenToKeep(const Function &F) {
  SmallPtrSet<const BasicBlock *, 4> Split;
  unsigned Runs = 0;
  for (const Instruction &I : instructions(F))
    if (getIntrinsic(&I) == Intrinsic::Run) {
      ++Runs;
      Split.insert(I.getParent());
    }
  if (Runs < 2)
    return nullptr;
  for (const Instruction &I : instructions(F))
    if (I.getType()->isTokenTy() && any_of(I.users(), [&](const User *U) {
          return Split.contains(I.getParent()) ||
                 cast<Instruction>(U)->getParent() != I.getParent();
        }))
      return &I;
  return nullptr;
}

/// Whether \p Frame is executed once, and before all that has to do with
/// deferred calls. Only a sanitizer's checks of parameters come before it.
static bool beginsFrame(Function &F, const CallBase &Frame) {
  const BasicBlock *BB = Frame.getParent();
  if (BB->isEntryBlock())
    return true;
  DominatorTree Tree(F);
  for (const Instruction &I : instructions(F)) {
    Intrinsic ID = getIntrinsic(&I);
    if (ID != Intrinsic::None && ID != Intrinsic::Frame &&
        Tree.isReachableFromEntry(I.getParent()) && !Tree.dominates(&Frame, &I))
      return false;
  }
  CycleInfo Cycles;
  Cycles.compute(F);
  return !Cycles.getCycle(BB);
}

bool verifyCalls(Function &F) {
  bool HasDefer = false, Deferred = false;
  const CallBase *Frame = nullptr;
  for (Instruction &I : instructions(F)) {
    Intrinsic ID = getIntrinsic(&I);
    if (ID == Intrinsic::None)
      continue;
    HasDefer = true;
    auto &Call = cast<CallBase>(I);
    if (Call.hasOperandBundles()) {
      reportError(F, &I, "a defer intrinsic has no operand bundles");
      return false;
    }
    if (ID == Intrinsic::Call || ID == Intrinsic::Storage) {
      unsigned First = ID == Intrinsic::Call ? 2 : 0;
      auto *Size = dyn_cast<ConstantInt>(Call.getArgOperand(First));
      auto *Align = dyn_cast<ConstantInt>(Call.getArgOperand(First + 1));
      if (!Size || !Align) {
        reportError(F, &I, "size and alignment must be constants");
        return false;
      }
      if (!isPowerOf2_64(Align->getZExtValue()) ||
          Align->getZExtValue() > Value::MaximumAlignment ||
          Size->getZExtValue() > INT32_MAX) {
        reportError(F, &I, "size or alignment is out of range");
        return false;
      }
    }
    if (ID == Intrinsic::Call) {
      Value *Thunk = Call.getArgOperand(0);
      if (isa<ConstantPointerNull>(Thunk)) {
        reportError(F, &I, "the thunk must not be null");
        return false;
      }
      Type *Ptr = Thunk->getType();
      auto *Function = dyn_cast<llvm::Function>(Thunk);
      if (Function && Function->getFunctionType() !=
                          FunctionType::get(Type::getVoidTy(F.getContext()),
                                            {Ptr, Ptr}, false)) {
        reportError(F, &I, "the thunk must be a void (ptr, ptr)");
        return false;
      }
      if (Function && !isCalledAsThunk(*Function)) {
        reportError(F, &I,
                    "the thunk must have C's calling convention and ordinary "
                    "parameters");
        return false;
      }
    }
    if (ID == Intrinsic::Run && isa<InvokeInst>(Call)) {
      reportError(
          F, &I,
          "defer.run must not be invoked: what the deferred calls throw "
          "leaves the function");
      return false;
    }
    Deferred |= ID == Intrinsic::Call;
    if (ID == Intrinsic::Frame) {
      if (Deferred && !Frame && Call.getParent() == &F.getEntryBlock()) {
        reportError(F, &I, "nothing may be deferred before defer.frame");
        return false;
      }
      if (Frame || !beginsFrame(F, Call)) {
        reportError(F, &I,
                    Frame ? "a function has one defer.frame at most"
                          : "defer.frame must be executed once, before "
                            "anything is deferred");
        return false;
      }
      Frame = &Call;
      auto *Branch =
          Call.hasOneUse() ? dyn_cast<BranchInst>(Call.user_back()) : nullptr;
      if (!Call.use_empty() &&
          (!Branch || Branch->getParent() != Call.getParent() ||
           isa<InvokeInst>(Call))) {
        reportError(F, &I,
                    "the result of defer.frame must be the condition of its "
                    "block's branch and nothing else");
        return false;
      }
    }
  }
  if (!HasDefer)
    return true;

  if (!hasCompatiblePersonality(F)) {
    reportError(F, nullptr,
                "a function that defers cannot have the personality '" +
                    F.getPersonalityFn()->stripPointerCasts()->getName() + "'");
    return false;
  }
  if (F.hasFnAttribute(Attribute::Naked)) {
    reportError(F, nullptr, "a naked function cannot defer");
    return false;
  }
  if (F.hasFnAttribute(Attribute::PresplitCoroutine)) {
    reportError(F, nullptr, "a coroutine cannot defer");
    return false;
  }
  for (Instruction &I : instructions(F)) {
    if (isa<FuncletPadInst, CatchSwitchInst, CatchReturnInst,
            CleanupReturnInst>(I)) {
      reportError(F, &I, "a function that defers cannot have funclet pads");
      return false;
    }
    if (auto *Pad = dyn_cast<LandingPadInst>(&I);
        Pad && Pad->getNumClauses() && mayReturn(*Pad->getParent())) {
      reportError(F, &I,
                  "a landing pad of a function that defers must not catch what "
                  "it does not end the program for");
      return false;
    }
    if (auto *II = dyn_cast<IntrinsicInst>(&I);
        II && !II->doesNotThrow() && !canInvoke(*II)) {
      reportError(F, &I,
                  "a function that defers cannot call an intrinsic that may "
                  "unwind and has no pad");
      return false;
    }
    if (auto *Resume = dyn_cast<ResumeInst>(&I);
        Resume && Resume->getValue()->getType() !=
                      RuntimeABI::getPadType(F.getContext())) {
      reportError(F, &I,
                  "a landing pad of a function that defers must yield "
                  "{ ptr, i32 }");
      return false;
    }
    auto *Call = dyn_cast<CallBase>(&I);
    if (!Call || getIntrinsic(Call) != Intrinsic::None)
      continue;
    if (Call->hasFnAttr(Attribute::ReturnsTwice)) {
      reportError(F, &I,
                  "a function that defers cannot call one that returns twice");
      return false;
    }
    if (Call->getOperandBundle(LLVMContext::OB_preallocated)) {
      reportError(F, &I,
                  "a function that defers cannot have a preallocated call: "
                  "nobody can lower an invoke of it");
      return false;
    }
    if (Call->isMustTailCall()) {
      reportError(F, &I,
                  "a function that defers cannot have a musttail call: its "
                  "deferred calls run after it");
      return false;
    }
  }
  if (const Instruction *Token = findTokenToKeep(F)) {
    reportError(F, Token,
                "a token cannot be kept past one of several defer.runs");
    return false;
  }
  return true;
}

} // namespace defer
