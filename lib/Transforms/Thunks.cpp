//===-- Thunks.cpp - What a thunk does, and what may be done to it --------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Thunks.h"

#include "Compat.h"
#include "Intrinsics.h"
#include "RuntimeABI.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/CaptureTracking.h"
#include "llvm/Analysis/InlineCost.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace defer {

bool hasAsmLabel(Function &Thunk) {
  return any_of(instructions(Thunk), [](Instruction &I) {
    auto *Call = dyn_cast<CallBase>(&I);
    auto *Asm = Call ? dyn_cast<InlineAsm>(Call->getCalledOperand()) : nullptr;
    return Asm && StringRef(Asm->getAsmString()).contains(':');
  });
}

bool isLowered(const Function &Thunk) {
  return none_of(instructions(Thunk), [](const Instruction &I) {
    return getIntrinsic(&I) != Intrinsic::None;
  });
}

/// Whether what can be compiled in one function can be in the other.
static bool isSameTarget(const Function &F, const Function &G) {
  return all_of(ArrayRef<StringRef>{"target-cpu", "target-features"},
                [&](StringRef Kind) {
                  return F.getFnAttribute(Kind) == G.getFnAttribute(Kind);
                });
}

/// Whether counts of the lines of \p F are wanted (--coverage). The pass that
/// counts comes later, and leaves out what was inlined.
static bool countsLines(const Function &F) {
  return F.getParent()->getNamedMetadata("llvm.gcov") &&
         !F.hasFnAttribute(Attribute::NoProfile);
}

bool canClone(Function &Thunk) {
  return !hasAsmLabel(Thunk) && isInlineViable(Thunk).isSuccess() &&
         none_of(instructions(Thunk), [](Instruction &I) {
           auto *Call = dyn_cast<CallBase>(&I);
           return Call && Call->cannotDuplicate();
         });
}

bool canInline(Function &Thunk, const Function &Caller) {
  if (&Thunk == &Caller || !Thunk.hasExactDefinition() || countsLines(Thunk) ||
      (Thunk.hasFnAttribute(Attribute::NoInline) &&
       !Thunk.hasFnAttribute(Attribute::OptimizeNone)) ||
      !hasCompatiblePersonality(Thunk) || !canClone(Thunk) ||
      !AttributeFuncs::areInlineCompatible(Caller, Thunk) ||
      !isSameTarget(Thunk, Caller))
    return false;
  return isLowered(Thunk);
}

void simplifyThunk(Function &Thunk, FunctionAnalysisManager &FAM) {
  if (Thunk.isDeclaration() || Thunk.hasOptNone())
    return;
  SROAPass(SROAOptions::PreserveCFG).run(Thunk, FAM);
  // It will be changed, or erased.
  FAM.clear(Thunk, Thunk.getName());
}

bool mayCapture(Function &Thunk, uint64_t Offset) {
  const DataLayout &Layout = Thunk.getDataLayout();
  uint64_t Size = Layout.getPointerSize();
  // Pointers into the context, and where they point to.
  SmallVector<std::pair<Value *, uint64_t>, 8> Left = {{Thunk.getArg(0), 0}};
  while (!Left.empty()) {
    auto [V, At] = Left.pop_back_val();
    for (User *U : V->users()) {
      if (auto *GEP = dyn_cast<GetElementPtrInst>(U)) {
        APInt Further(Layout.getIndexSizeInBits(0), 0);
        if (!GEP->accumulateConstantOffset(Layout, Further))
          return true;
        Left.push_back({GEP, At + Further.getZExtValue()});
        continue;
      }
      auto *Load = dyn_cast<LoadInst>(U);
      if (!Load || !Load->isSimple())
        return true;
      TypeSize Read = Layout.getTypeStoreSize(Load->getType());
      if (Read.isScalable())
        return true;
      if (At + Read <= Offset || At >= Offset + Size)
        continue;
      if (At != Offset || !Load->getType()->isPointerTy() || isCaptured(*Load))
        return true;
    }
  }
  return false;
}

/// Whether \p Call passes what a register holds, in C's way, and nothing else.
static bool isPlainCall(const CallInst &Call) {
  FunctionType *Type = Call.getFunctionType();
  llvm::Type *Result = Type->getReturnType();
  if (Call.getCallingConv() != CallingConv::C || Type->isVarArg() ||
      Call.hasOperandBundles() || Call.arg_size() > 1 ||
      !(Result->isVoidTy() || Result->isIntegerTy() || Result->isPointerTy() ||
        Result->isFloatTy() || Result->isDoubleTy()))
    return false;
  if (!Call.arg_size())
    return true;
  for (Attribute::AttrKind Kind :
       {Attribute::InAlloca, Attribute::InReg, Attribute::Nest,
        Attribute::Preallocated, Attribute::StructRet, Attribute::SwiftAsync,
        Attribute::SwiftError, Attribute::SwiftSelf})
    if (Call.paramHasAttr(0, Kind))
      return false;
  llvm::Type *T = Type->getParamType(0);
  return (T->isIntegerTy() && T->getIntegerBitWidth() <= 64) ||
         T->isPointerTy();
}

std::optional<DirectCall> findDirectCall(Function &Thunk) {
  if (!Thunk.hasExactDefinition())
    return std::nullopt;
  Argument *Context = Thunk.getArg(0), *Exception = Thunk.getArg(1);
  const CallInst *Found = nullptr, *Armed = nullptr;
  // The way that it takes in a panic.
  SmallPtrSet<const BasicBlock *, 4> Seen;
  const BasicBlock *Next = &Thunk.getEntryBlock();
  while (Next) {
    if (!Seen.insert(Next).second)
      return std::nullopt;
    const BasicBlock *BB = std::exchange(Next, nullptr);
    for (const Instruction &I : *BB) {
      if (auto *Call = dyn_cast<CallInst>(&I)) {
        const Function *Callee = Call->getCalledFunction();
        if (isa<DbgInfoIntrinsic>(Call) || Call->isLifetimeStartOrEnd())
          continue;
        if (Callee && !Armed && !Found &&
            Callee->getName() == RuntimeABI::ArmName) {
          Armed = Call;
          continue;
        }
        if (!Callee || Found || Callee->isIntrinsic() ||
            getIntrinsic(Callee) != Intrinsic::None || !isPlainCall(*Call) ||
            Callee->getFunctionType() != Call->getFunctionType())
          return std::nullopt;
        Found = Call;
        continue;
      }
      if (auto *Branch = dyn_cast<BranchInst>(&I)) {
        unsigned Successor = 0;
        if (Branch->isConditional()) {
          auto *Compare = dyn_cast<ICmpInst>(Branch->getCondition());
          if (!Compare || !Compare->isEquality() ||
              Compare->getOperand(0) != Exception ||
              !isa<ConstantPointerNull>(Compare->getOperand(1)))
            return std::nullopt;
          Successor = Compare->getPredicate() == ICmpInst::ICMP_EQ;
        }
        Next = Branch->getSuccessor(Successor);
        continue;
      }
      auto *Load = dyn_cast<LoadInst>(&I);
      if (!(Load && Load->isSimple()) &&
          !isa<ReturnInst, UnreachableInst, GetElementPtrInst, ICmpInst>(I))
        return std::nullopt;
    }
  }
  if (!Found || !Armed || Armed->arg_size() != 2 ||
      Armed->getArgOperand(0) != Found->getCalledOperand() ||
      Armed->getArgOperand(1) != Exception)
    return std::nullopt;

  Function *Callee = Found->getCalledFunction();
  if (Callee->hasExternalWeakLinkage())
    return std::nullopt;
  DirectCall Direct{Callee};
  if (!Found->arg_size())
    return Direct;
  Value *V = Found->getArgOperand(0);
  Direct.IsZeroExtended = Found->paramHasAttr(0, Attribute::ZExt);
  if (!Found->isByValArgument(0) && (Direct.Argument = dyn_cast<Constant>(V)))
    return Direct;
  auto *Load = dyn_cast<LoadInst>(V);
  const DataLayout &Layout = Thunk.getDataLayout();
  APInt Offset(Layout.getIndexSizeInBits(0), 0);
  if (Type *T = Found->getParamByValType(0)) {
    if (V->stripAndAccumulateConstantOffsets(
            Layout, Offset, /*AllowNonInbounds=*/true) != Context)
      return std::nullopt;
    Direct.CopiedSize = Layout.getTypeAllocSize(T);
    Direct.Offset = Offset.getZExtValue();
    return Direct;
  }
  if (!Load || Load->getPointerOperand()->stripAndAccumulateConstantOffsets(
                   Layout, Offset, /*AllowNonInbounds=*/true) != Context)
    return std::nullopt;
  Direct.Field = Load->getType();
  Direct.Offset = Offset.getZExtValue();
  // A callee may rely on what its caller did with less than 32 bits.
  if (Direct.Field->isIntegerTy() && !Direct.Field->isIntegerTy(32) &&
      !Direct.Field->isIntegerTy(64))
    return std::nullopt;
  return Direct;
}

std::optional<PlainChange> findPlainChange(Function &Thunk) {
  if (!Thunk.hasExactDefinition() || countsLines(Thunk))
    return std::nullopt;
  const StoreInst *Store = nullptr;
  const LoadInst *Load = nullptr;
  const BinaryOperator *Sum = nullptr;
  for (const Instruction &I : Thunk.getEntryBlock()) {
    if (isa<DbgInfoIntrinsic>(I))
      continue;
    if (auto *L = dyn_cast<LoadInst>(&I); L && !Load)
      Load = L;
    else if (auto *B = dyn_cast<BinaryOperator>(&I); B && !Sum)
      Sum = B;
    else if (auto *S = dyn_cast<StoreInst>(&I); S && !Store)
      Store = S;
    else if (!isa<ReturnInst>(I))
      return std::nullopt;
  }
  if (!Store || !Store->isSimple() || bool(Load) != bool(Sum) ||
      !isa<ReturnInst>(Thunk.getEntryBlock().getTerminator()))
    return std::nullopt;
  auto *Address =
      dyn_cast<Constant>(const_cast<Value *>(Store->getPointerOperand()));
  const Value *Stored = Store->getValueOperand();
  Type *T = Stored->getType();
  uint64_t Size = Thunk.getDataLayout().getTypeStoreSize(T);
  if (!Address || !T->isIntegerTy() || T->getIntegerBitWidth() != 8 * Size ||
      Size > sizeof(uint64_t) || !isPowerOf2_64(Size))
    return std::nullopt;
  if (auto *Number = dyn_cast<ConstantInt>(Stored); Number && !Load)
    return PlainChange{Address, Size, Number->getValue(), /*Adds=*/false};
  // LLVM has the constant on the right.
  auto *Number = Sum ? dyn_cast<ConstantInt>(Sum->getOperand(1)) : nullptr;
  if (!Number || Stored != Sum || Sum->getOperand(0) != Load ||
      !Load->isSimple() || Load->getPointerOperand() != Address)
    return std::nullopt;
  switch (Sum->getOpcode()) {
  case Instruction::Add:
    return PlainChange{Address, Size, Number->getValue(), /*Adds=*/true};
  case Instruction::Sub:
    return PlainChange{Address, Size, -Number->getValue(), /*Adds=*/true};
  default:
    return std::nullopt;
  }
}

bool mayRecover(const Function &Thunk) {
  return !Thunk.hasExactDefinition() || !isLowered(Thunk) ||
         Thunk.arg_size() != 2 || !Thunk.getArg(1)->use_empty();
}

void makeCold(Function &Thunk) {
  Thunk.addFnAttr(Attribute::Cold);
  Thunk.getArg(1)->addAttr(Attribute::NonNull);
}

void splitThunk(Function &Thunk, FunctionType *ThunkType) {
  if (!Thunk.hasLocalLinkage() || !Thunk.hasExactDefinition() ||
      Thunk.getFunctionType() != ThunkType || Thunk.getArg(1)->use_empty() ||
      Thunk.hasOptNone() || Thunk.hasOptSize() || !canClone(Thunk))
    return;
  ValueToValueMapTy Map;
  Function *Panic = CloneFunction(&Thunk, Map);
  Panic->setName(Thunk.getName() + ".panic");
  Panic->addFnAttr(Attribute::NoInline);
  Panic->addFnAttr(Attribute::Cold);

  Argument *Exception = Thunk.getArg(1);
  Exception->replaceAllUsesWith(
      ConstantPointerNull::get(cast<PointerType>(Exception->getType())));
  BasicBlock &Entry = Thunk.getEntryBlock();
  BasicBlock *Normal = SplitBlock(&Entry, Entry.getFirstNonPHIOrDbgOrAlloca());
  BasicBlock *IfPanic = BasicBlock::Create(Thunk.getContext(), "panic", &Thunk);
  Instruction *Old = Entry.getTerminator();
  IRBuilder<> B(Old);
  DebugLoc Loc;
  if (DISubprogram *Scope = Thunk.getSubprogram())
    Loc = DILocation::get(Thunk.getContext(), 0, 0, Scope);
  B.SetCurrentDebugLocation(Loc);
  B.CreateCondBr(B.CreateIsNotNull(Exception), IfPanic, Normal,
                 MDBuilder(Thunk.getContext()).createUnlikelyBranchWeights());
  Old->eraseFromParent();
  B.SetInsertPoint(IfPanic);
  CallInst *Call = B.CreateCall(Panic, {Thunk.getArg(0), Exception});
  Call->setTailCall();
  B.CreateRetVoid();
}

} // namespace defer
