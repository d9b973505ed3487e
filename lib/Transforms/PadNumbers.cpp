//===-- PadNumbers.cpp - Pads that are a number and a jump ----------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PadNumbers.h"

#include "PanicTable.h"
#include "RuntimeABI.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
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

/// The table that all that \p Addresses is are addresses in, or null. \p Pads:
/// a PHI beside it of what the pads yield, or of the exceptions.
static GlobalVariable *findTable(PHINode *Addresses, Value *Pads) {
  // What an instruction has one byte for. LLVM's register coalescer takes a
  // time that is quadratic in the pads, too.
  constexpr uint64_t MostSteps = 127;
  auto *PadPhi = dyn_cast<PHINode>(Pads);
  if (!Addresses->hasOneUse() || !PadPhi ||
      PadPhi->getParent() != Addresses->getParent())
    return nullptr;
  GlobalVariable *Table = nullptr;
  for (BasicBlock *Way : Addresses->blocks()) {
    Value *V = Addresses->getIncomingValueForBlock(Way);
    Value *Pad = PadPhi->getIncomingValueForBlock(Way);
    GlobalVariable *TableOfWay = nullptr;
    if (auto *Inner = dyn_cast<PHINode>(V)) {
      TableOfWay = findTable(Inner, Pad);
    } else if (auto *Address = dyn_cast<Constant>(V); Address && getPad(Pad)) {
      auto Step = PanicTable::findStep(Address);
      if (Step && Step->Number <= MostSteps)
        TableOfWay = Step->Table;
    }
    if (!TableOfWay || (Table && Table != TableOfWay))
      return nullptr;
    Table = TableOfWay;
  }
  return Table;
}

/// The numbers of the steps, where findTable() has found a table.
static PHINode *numberSteps(PHINode *Addresses, PHINode *Pads) {
  PHINode *Numbers =
      PHINode::Create(Type::getInt32Ty(Addresses->getContext()),
                      Addresses->getNumIncomingValues(), "defer.step");
  Numbers->insertBefore(*Addresses->getParent(), Addresses->getIterator());
  for (BasicBlock *Way : Addresses->blocks()) {
    Value *V = Addresses->getIncomingValueForBlock(Way);
    Value *Pad = Pads->getIncomingValueForBlock(Way);
    if (auto *Inner = dyn_cast<PHINode>(V)) {
      Numbers->addIncoming(numberSteps(Inner, cast<PHINode>(Pad)), Way);
      continue;
    }
    IRBuilder<> B(Way->getTerminator());
    B.SetCurrentDebugLocation(DebugLoc());
    Value *Number = B.CreateExtractValue(getPad(Pad), 1);
    if (uint64_t Step = PanicTable::findStep(cast<Constant>(V))->Number)
      Number = B.CreateAdd(Number, B.getInt32(Step));
    Numbers->addIncoming(Number, Way);
  }
  return Numbers;
}

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

void numberPads(Function &F) {
  bool IsX86 =
      Triple(F.getParent()->getTargetTriple()).getArch() == Triple::x86_64;
  for (CallInst *Call : RuntimeABI::findUnwinds<CallInst>(F)) {
    auto *First = dyn_cast<PHINode>(Call->getArgOperand(1));
    Value *Pads = Call->getArgOperand(0);
    if (auto *Exception = dyn_cast<ExtractValueInst>(Pads))
      Pads = Exception->getAggregateOperand();
    GlobalVariable *Table = First ? findTable(First, Pads) : nullptr;
    if (!Table)
      continue;
    PHINode *Number = numberSteps(First, cast<PHINode>(Pads));
    IRBuilder<> B(Call);
    Value *Index = B.CreateZExt(Number, B.getInt64Ty());
    Call->setArgOperand(
        1, B.CreateInBoundsGEP(Table->getValueType()->getArrayElementType(),
                               Table, Index));
    RecursivelyDeleteDeadPHINode(First);
    if (IsX86)
      keepInReturnRegister(B, Call->getArgOperandUse(0));
  }
}

} // namespace defer
