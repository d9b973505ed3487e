//===-- PadNumbers.cpp - Pads that are a number and a jump ----------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PadNumbers.h"

#include "RuntimeABI.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace defer {

/// What landing pads yield of which \p V is all, or the exception; or null.
/// Where it was put together again nobody may have minded the selector.
static Value *getPad(Value *V) {
  if (auto *Exception = dyn_cast<ExtractValueInst>(V))
    V = Exception->getAggregateOperand();
  auto *Phi = dyn_cast<PHINode>(V);
  auto IsPad = [](const Value *V) { return isa<LandingPadInst>(V); };
  return IsPad(V) || (Phi && all_of(Phi->incoming_values(), IsPad)) ? V
                                                                    : nullptr;
}

namespace {

/// The addresses in one table that come together in a PHI, and what their pads
/// yield, or the exceptions, in another one beside it.
class Numbering {
public:
  explicit Numbering(const DataLayout &Layout) : Layout(Layout) {}

  /// Whether all that \p Addresses is are addresses in one table.
  bool collect(PHINode *Addresses, Value *Pads) {
    auto *PadPhi = dyn_cast<PHINode>(Pads);
    if (!Addresses->hasOneUse() || !PadPhi ||
        PadPhi->getParent() != Addresses->getParent())
      return false;
    for (unsigned I = 0, E = Addresses->getNumIncomingValues(); I != E; ++I) {
      Value *V = Addresses->getIncomingValue(I);
      BasicBlock *Way = Addresses->getIncomingBlock(I);
      if (auto *Inner = dyn_cast<PHINode>(V)) {
        if (!collect(Inner, PadPhi->getIncomingValueForBlock(Way)))
          return false;
        continue;
      }
      auto *Address = dyn_cast<Constant>(V);
      if (!Address || !getPad(PadPhi->getIncomingValueForBlock(Way)))
        return false;
      APInt Offset(Layout.getIndexTypeSizeInBits(V->getType()), 0);
      auto *Base =
          dyn_cast<GlobalVariable>(Address->stripAndAccumulateConstantOffsets(
              Layout, Offset, /*AllowNonInbounds=*/false));
      if (!Base || (Table && Table != Base))
        return false;
      Table = Base;
      uint64_t Step = Offset.getZExtValue() / getStepSize();
      if (Step > MostSteps)
        return false;
      Steps[{Addresses, Way}] = Step;
    }
    return true;
  }

  /// The numbers of what collect() has found.
  PHINode *build(PHINode *Addresses, PHINode *Pads) {
    Type *I32 = Type::getInt32Ty(Addresses->getContext());
    PHINode *Numbers =
        PHINode::Create(I32, Addresses->getNumIncomingValues(), "defer.step");
    Numbers->insertBefore(*Addresses->getParent(), Addresses->getIterator());
    for (unsigned I = 0, E = Addresses->getNumIncomingValues(); I != E; ++I) {
      BasicBlock *Way = Addresses->getIncomingBlock(I);
      Value *Pad = Pads->getIncomingValueForBlock(Way);
      if (auto *Inner = dyn_cast<PHINode>(Addresses->getIncomingValue(I))) {
        Numbers->addIncoming(build(Inner, cast<PHINode>(Pad)), Way);
        continue;
      }
      IRBuilder<> B(Way->getTerminator());
      B.SetCurrentDebugLocation(DebugLoc());
      Value *Number = B.CreateExtractValue(getPad(Pad), 1);
      if (unsigned Step = Steps.lookup({Addresses, Way}))
        Number = B.CreateAdd(Number, B.getInt32(Step));
      Numbers->addIncoming(Number, Way);
    }
    return Numbers;
  }

  GlobalVariable *Table = nullptr;

private:
  /// What an instruction has one byte for. LLVM's register coalescer takes a
  /// time that is quadratic in the pads, too.
  static constexpr uint64_t MostSteps = 127;

  uint64_t getStepSize() const {
    return Layout.getTypeAllocSize(
        Table->getValueType()->getArrayElementType());
  }

  const DataLayout &Layout;
  DenseMap<std::pair<PHINode *, BasicBlock *>, unsigned> Steps;
};

} // namespace

/// On x86 the exception stays in the register that it comes in until here: else
/// each pad moves it to that of the call's argument.
static void keepInReturnRegister(IRBuilder<> &B, Use &Exception) {
  FunctionType *Type =
      FunctionType::get(Exception->getType(), {Exception->getType()}, false);
  InlineAsm *Asm =
      InlineAsm::get(Type, "", "={ax},0", /*hasSideEffects=*/false);
  CallInst *Call = B.CreateCall(Type, Asm, {Exception.get()});
  Call->setDoesNotThrow();
  Exception.set(Call);
}

bool numberPads(Function &F) {
  const DataLayout &Layout = F.getDataLayout();
  SmallVector<CallInst *, 2> Calls;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallInst>(&I))
      if (const Function *Callee = Call->getCalledFunction();
          Callee && (Callee->getName() == RuntimeABI::UnwindWordsName ||
                     Callee->getName() == RuntimeABI::UnwindName))
        Calls.push_back(Call);
  bool Changed = false;
  for (CallInst *Call : Calls) {
    auto *First = dyn_cast<PHINode>(Call->getArgOperand(1));
    Value *Pads = Call->getArgOperand(0);
    if (auto *Exception = dyn_cast<ExtractValueInst>(Pads))
      Pads = Exception->getAggregateOperand();
    Numbering Numbers(Layout);
    if (!First || !Numbers.collect(First, Pads))
      continue;
    Type *Step = Numbers.Table->getValueType()->getArrayElementType();
    PHINode *Number = Numbers.build(First, cast<PHINode>(Pads));
    IRBuilder<> B(Call);
    Value *Index = B.CreateZExt(Number, B.getInt64Ty());
    Call->setArgOperand(1, B.CreateInBoundsGEP(Step, Numbers.Table, Index));
    RecursivelyDeleteDeadPHINode(First);
    if (Triple(F.getParent()->getTargetTriple()).getArch() == Triple::x86_64)
      keepInReturnRegister(B, Call->getArgOperandUse(0));
    Changed = true;
  }
  return Changed;
}

} // namespace defer
