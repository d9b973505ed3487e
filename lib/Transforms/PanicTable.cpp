//===-- PanicTable.cpp - What the run-time does in a panic ----------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PanicTable.h"

#include "RuntimeABI.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace defer {

/// How far the next step may be for a step to name it: no component has more
/// than four, and there are 8 bits.
constexpr unsigned FarComponents = 60;

/// Where constant data finds the address of \p F, which may be in another
/// object: in the table that linkers make of such addresses, where all of them
/// can do that, or else in one of the module.
static Constant *getFarPointer(Function &F) {
  Module &M = *F.getParent();
  std::string Name = ("defer.pointer." + F.getName()).str();
  if (GlobalVariable *Known = M.getNamedGlobal(Name))
    return Known;
  auto *Pointer = new GlobalVariable(M, F.getType(), /*isConstant=*/true,
                                     GlobalValue::PrivateLinkage, &F, Name);
  // With that attribute LLVM writes `f@GOTPCREL`.
  if (Triple(M.getTargetTriple()).isX86())
    Pointer->setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
  return Pointer;
}

static PanicStep::KindTy getFarKind(PanicStep::KindTy Kind) {
  return PanicStep::KindTy(Kind == PanicStep::CallCopy
                               ? PanicStep::CallCopyFar
                               : Kind - PanicStep::CallWord +
                                     PanicStep::CallWordFar);
}

PanicTable::PanicTable(Function &F, const Chain &C, ArrayRef<PanicStep> Steps,
                       ArrayRef<std::optional<unsigned>> Bits)
    : C(C), Positions(Steps.size()) {
  auto IsFarNext = [&](unsigned From) {
    std::optional<Chain::Place> Next = C.getEntry(C.links()[From].Rest);
    return Next && Next->Component - From > FarComponents;
  };
  // The last of those that call a function with an address names it.
  SmallDenseMap<Function *, unsigned, 4> Named;
  for (unsigned I = 0, E = Steps.size(); I != E; ++I)
    if (C.links()[I].IsPending && Steps[I].Kind == PanicStep::CallAt)
      Named[Steps[I].Function] = I;
  auto IsNamed = [&](unsigned I) {
    return Steps[I].Kind != PanicStep::CallAt ||
           Named.lookup(Steps[I].Function) == I;
  };
  auto HasAddress = [&](unsigned I) {
    return Steps[I].Kind == PanicStep::CallAt && IsNamed(I);
  };
  for (unsigned I = 0, E = Steps.size(); I != E; ++I) {
    if (!C.links()[I].IsPending)
      continue;
    Positions[I].Test = End;
    End += Bits[I].has_value();
    Positions[I].Body = End;
    End += 1 + HasAddress(I) + IsFarNext(I);
  }

  LLVMContext &Context = F.getContext();
  Module &M = *F.getParent();
  Type *I32 = Type::getInt32Ty(Context);
  StructType *Step = StructType::get(Context, {I32, I32});
  ArrayType *Type = ArrayType::get(Step, End);
  Table = new GlobalVariable(M, Type, /*isConstant=*/true,
                             GlobalValue::PrivateLinkage, nullptr,
                             F.getName() + ".panic");
  Table->setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
  Table->setAlignment(Align(4));

  SmallVector<Constant *, 16> Values;
  llvm::Type *Offset = M.getDataLayout().getIntPtrType(Context);
  // What is far away by its distance to the field that says so.
  auto Relative = [&](Constant *To) -> Constant * {
    if (!To)
      return ConstantInt::get(I32, 0);
    Constant *Indices[] = {ConstantInt::get(I32, 0),
                           ConstantInt::get(I32, Values.size()),
                           ConstantInt::get(I32, 0)};
    Constant *Field =
        ConstantExpr::getInBoundsGetElementPtr(Type, Table, Indices);
    return ConstantExpr::getTrunc(
        ConstantExpr::getSub(ConstantExpr::getPtrToInt(To, Offset),
                             ConstantExpr::getPtrToInt(Field, Offset)),
        I32);
  };
  auto Add = [&](Constant *First, unsigned Kind, unsigned Next, int64_t Slot) {
    assert(isUIntN(PanicStep::NextBits, Next) && "too far");
    uint32_t What = Kind | Next << PanicStep::KindBits |
                    uint32_t(Slot)
                        << (PanicStep::KindBits + PanicStep::NextBits);
    Values.push_back(
        ConstantStruct::get(Step, {First, ConstantInt::get(I32, What)}));
  };
  for (unsigned I = 0, E = Steps.size(); I != E; ++I) {
    const Chain::Link &Link = C.links()[I];
    if (!Link.IsPending)
      continue;
    unsigned Next = getPosition(C.getEntry(Link.Rest));
    bool IsLast = Next == End;
    if (Bits[I])
      Add(ConstantInt::get(I32, IsLast ? 0 : Next - Values.size()),
          PanicStep::Test, 1, *Bits[I]);
    const PanicStep &S = Steps[I];
    unsigned Further = IsLast         ? 0
                       : IsFarNext(I) ? 1 + HasAddress(I)
                                      : Next - Values.size();
    bool IsFar = S.Function && !S.Function->isDSOLocal();
    if (S.Kind == PanicStep::Change)
      Add(Relative(S.Address), S.Kind, Further, S.Slot);
    else if (IsNamed(I))
      Add(Relative(IsFar ? getFarPointer(*S.Function) : S.Function),
          IsFar ? getFarKind(S.Kind) : S.Kind, Further, S.Slot);
    else
      Add(Relative(S.Address), PanicStep::CallSameAt, Further,
          Positions[Named.lookup(S.Function)].Body - Values.size());
    if (HasAddress(I))
      Add(Relative(S.Address), PanicStep::Thunk, 0, 0);
    if (IsFarNext(I))
      Add(ConstantInt::get(I32, Next - Values.size()), PanicStep::Go, 0, 0);
  }
  Table->setInitializer(ConstantArray::get(Type, Values));
}

Constant *PanicTable::getFirst(const PendingSet &Set) const {
  Type *I32 = Type::getInt32Ty(Table->getContext());
  Constant *Indices[] = {ConstantInt::get(I32, 0),
                         ConstantInt::get(I32, getPosition(C.getEntry(Set)))};
  return ConstantExpr::getInBoundsGetElementPtr(Table->getValueType(), Table,
                                                ArrayRef(Indices));
}

std::optional<PanicTable::StepAddress>
PanicTable::findStep(const Constant *Address) {
  auto *Base =
      dyn_cast<GlobalVariable>(Address->stripInBoundsConstantOffsets());
  auto *Steps = Base ? dyn_cast<ArrayType>(Base->getValueType()) : nullptr;
  if (!Steps)
    return std::nullopt;
  const DataLayout &Layout = Base->getParent()->getDataLayout();
  APInt Offset(Layout.getIndexTypeSizeInBits(Address->getType()), 0);
  Address->stripAndAccumulateConstantOffsets(Layout, Offset,
                                             /*AllowNonInbounds=*/false);
  return StepAddress{const_cast<GlobalVariable *>(Base),
                     Offset.getZExtValue() /
                         Layout.getTypeAllocSize(Steps->getElementType())};
}

/// Whether nothing but instructions of \p F, and \p Table, uses \p C.
static bool isUsedIn(const Function &F, const GlobalVariable &Table,
                     const Constant &C) {
  return all_of(C.users(), [&](const User *U) {
    if (auto *I = dyn_cast<Instruction>(U))
      return I->getFunction() == &F;
    if (isa<GlobalValue>(U))
      return U == &Table;
    return isUsedIn(F, Table, *cast<Constant>(U));
  });
}

void PanicTable::merge(Function &F) {
  SmallSetVector<Value *, 8> Firsts;
  for (CallBase *Call : RuntimeABI::findUnwinds<CallBase>(F))
    Firsts.insert(Call->getArgOperand(1));
  SmallVector<GlobalVariable *, 4> Tables;
  SmallDenseSet<GlobalVariable *, 4> Seen; // most calls have the same
  for (unsigned I = 0; I != Firsts.size(); ++I) {
    if (auto *Phi = dyn_cast<PHINode>(Firsts[I]))
      Firsts.insert(Phi->value_op_begin(), Phi->value_op_end());
    auto *Address = dyn_cast<Constant>(Firsts[I]);
    auto Step = Address ? findStep(Address) : std::nullopt;
    if (Step && Seen.insert(Step->Table).second &&
        Step->Table->hasLocalLinkage() && Step->Table->hasInitializer() &&
        isUsedIn(F, *Step->Table, *Step->Table))
      Tables.push_back(Step->Table);
  }
  if (Tables.size() < 2)
    return;

  SmallVector<Constant *, 16> Values;
  SmallVector<uint64_t, 4> Begins;
  for (GlobalVariable *Table : Tables) {
    Begins.push_back(Values.size());
    Constant *Steps = Table->getInitializer();
    for (unsigned I = 0; Constant *Step = Steps->getAggregateElement(I); ++I)
      Values.push_back(Step);
  }
  GlobalVariable *Model = Tables.back();
  auto *Merged = new GlobalVariable(
      *F.getParent(), ArrayType::get(Values.front()->getType(), Values.size()),
      /*isConstant=*/true, Model->getLinkage(), nullptr);
  Merged->copyAttributesFrom(Model);
  Merged->takeName(Model);
  Merged->setInitializer(
      ConstantArray::get(cast<ArrayType>(Merged->getValueType()), Values));
  Type *I32 = Type::getInt32Ty(F.getContext());
  for (auto [Table, Begin] : zip_equal(Tables, Begins)) {
    Constant *Indices[] = {ConstantInt::get(I32, 0),
                           ConstantInt::get(I32, Begin)};
    Table->replaceAllUsesWith(ConstantExpr::getInBoundsGetElementPtr(
        Merged->getValueType(), Merged, Indices));
    Table->eraseFromParent();
  }
}

uint64_t PanicTable::findUsedBits(const StepAddress &First, unsigned Word) {
  constexpr uint64_t All = ~uint64_t(0);
  auto *Steps = First.Table->hasInitializer()
                    ? dyn_cast<ConstantArray>(First.Table->getInitializer())
                    : nullptr;
  if (!Steps)
    return All;
  uint64_t Used = 0;
  SmallVector<uint64_t, 4> Positions = {First.Number};
  SmallDenseSet<uint64_t, 16> Seen;
  while (!Positions.empty()) {
    uint64_t Position = Positions.pop_back_val();
    if (!Seen.insert(Position).second)
      continue;
    if (Position >= Steps->getNumOperands())
      return All;
    const Constant *Step = Steps->getOperand(Position);
    uint32_t What =
        cast<ConstantInt>(Step->getAggregateElement(1u))->getZExtValue();
    uint32_t Slot = What >> (PanicStep::KindBits + PanicStep::NextBits);
    if (uint32_t Next = What >> PanicStep::KindBits &
                        maskTrailingOnes<uint32_t>(PanicStep::NextBits))
      Positions.push_back(Position + Next);
    switch (What & maskTrailingOnes<uint32_t>(PanicStep::KindBits)) {
    case PanicStep::Thunk: // whose context may be longer
      if (Word >= Slot)
        return All;
      break;
    case PanicStep::Indirect:
      if (Word == Slot || Word == Slot + 1)
        return All;
      break;
    case PanicStep::ThunkAt:
    case PanicStep::List:
    case PanicStep::CallWord:
    case PanicStep::CallWordFar:
      if (Word == Slot)
        return All;
      break;
    case PanicStep::CallCopy:
    case PanicStep::CallCopyFar:
      if (Word == (Slot & maskTrailingOnes<uint32_t>(PanicStep::CopySlotBits)))
        return All;
      break;
    case PanicStep::Test:
      if (Word == Slot / PanicStep::WordBits)
        Used |= uint64_t(1) << Slot % PanicStep::WordBits;
      [[fallthrough]];
    case PanicStep::Go:
      if (uint64_t Further =
              cast<ConstantInt>(Step->getAggregateElement(0u))->getZExtValue())
        Positions.push_back(Position + Further);
      break;
    default: // a number, or an address in the table
      break;
    }
  }
  return Used;
}

unsigned PanicTable::getPosition(std::optional<Chain::Place> Place) const {
  if (!Place)
    return End;
  const Position &P = Positions[Place->Component];
  return Place->IsBody ? P.Body : P.Test;
}

} // namespace defer
