//===-- PanicFrame.cpp - What deferred calls need in a panic --------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PanicFrame.h"

#include "Intrinsics.h"
#include "RuntimeABI.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace defer {

/// No more of a context or a variable is copied.
constexpr uint64_t MostCopied = 64;

/// Whether every variable may be looked at anywhere: a debugger sees what is
/// said to be in memory, and sanitizers watch it.
static bool mayCopy(const Function &F) {
  if (F.hasOptNone())
    return false;
  for (Attribute::AttrKind Kind :
       {Attribute::SanitizeAddress, Attribute::SanitizeHWAddress,
        Attribute::SanitizeMemory, Attribute::SanitizeMemTag,
        Attribute::SanitizeThread})
    if (F.hasFnAttribute(Kind))
      return false;
  return true;
}

PanicFrame::PanicFrame(Function &F, RuntimeABI &ABI, ArrayRef<Site> Sites,
                       unsigned Flags, Instruction *Frame, BasicBlock *Continue)
    : F(F), ABI(ABI), Layout(F.getDataLayout()), Plans(Sites.size()) {
  const bool MayCopy = mayCopy(F);
  DenseMap<Value *, unsigned> Contexts;
  for (auto [S, P] : zip_equal(Sites, Plans)) {
    P.S = S;
    if (S.Thunk)
      Contexts[S.Context]++;
  }
  for (Plan &P : Plans) {
    P.Kind = Plan::ByAddress;
    if (!P.S.Thunk)
      continue;
    auto *Thunk = dyn_cast<Function>(P.S.Thunk);
    if (Thunk && Thunk->getFunctionType() == ABI.thunkType() &&
        Thunk->isDSOLocal())
      P.Thunk = Thunk;
    if (P.Thunk && isa<ConstantPointerNull>(P.S.Context))
      P.Kind = Plan::None;
    if (!P.Thunk || !P.Thunk->hasExactDefinition() || !MayCopy ||
        !isLowered(*P.Thunk))
      continue;
    if (P.Kind == Plan::ByAddress && Contexts[P.S.Context] == 1 &&
        findFields(P))
      P.Kind = Plan::Fields;
  }
  findVariables(Frame, Continue);
  if (MayCopy)
    for (Plan &P : Plans)
      plan(P);
  if (!layOutRegisters(Flags))
    layOutMemory(Flags);
}

/// Finds what the context is made of. \returns false unless it is a variable
/// that is stored to, in parts apart from each other, and nothing else.
bool PanicFrame::findFields(Plan &P) {
  auto *Context = dyn_cast<AllocaInst>(P.S.Context);
  if (!Context || !Context->isStaticAlloca() || P.S.Size > MostCopied)
    return false;
  SmallVector<std::pair<Value *, uint64_t>, 8> Left = {{Context, 0}};
  auto AddField = [&](uint64_t Offset, uint64_t Size, Type *T,
                      StoreInst *Store) {
    for (Field &X : P.Context) {
      if (Offset >= X.Offset + X.Size || X.Offset >= Offset + Size)
        continue;
      // The same once more, from code that there is twice.
      return T && X.Store && X.Type == T && X.Offset == Offset &&
             X.Store->getValueOperand() == Store->getValueOperand();
    }
    P.Context.push_back({Offset, Size, T, nullptr, Store});
    return Offset + Size <= P.S.Size;
  };
  while (!Left.empty()) {
    auto [V, Offset] = Left.pop_back_val();
    for (User *U : V->users()) {
      if (auto *GEP = dyn_cast<GetElementPtrInst>(U)) {
        APInt Further(Layout.getIndexSizeInBits(0), 0);
        if (!GEP->accumulateConstantOffset(Layout, Further))
          return false;
        Left.push_back({GEP, Offset + Further.getZExtValue()});
      } else if (auto *Store = dyn_cast<StoreInst>(U)) {
        Type *T = Store->getValueOperand()->getType();
        TypeSize Size = Layout.getTypeStoreSize(T);
        if (Store->getPointerOperand() != V || Store->getValueOperand() == V ||
            !Store->isSimple() || Size.isScalable() ||
            !AddField(Offset, Size, T->isSingleValueType() ? T : nullptr,
                      Store))
          return false;
      } else if (auto *Set = dyn_cast<MemIntrinsic>(U)) {
        auto *Size = dyn_cast<ConstantInt>(Set->getLength());
        auto *Copy = dyn_cast<MemTransferInst>(Set);
        if (Set->getRawDest() != V || (Copy && Copy->getRawSource() == V) ||
            Set->isVolatile() || !Size ||
            !AddField(Offset, Size->getZExtValue(), nullptr, nullptr))
          return false;
      } else if (auto *I = dyn_cast<Instruction>(U);
                 !I ||
                 !(I->isLifetimeStartOrEnd() || isa<DbgInfoIntrinsic>(I))) {
        return false;
      }
    }
  }
  return true;
}

/// Whether \p Alloca is known to nobody but the contexts, so that a copy does
/// as well.
bool PanicFrame::canCopy(AllocaInst *Alloca, Variable &V,
                         const SmallPtrSetImpl<const BasicBlock *> &After) {
  std::optional<TypeSize> Size = Alloca->getAllocationSize(Layout);
  if (!Size || Size->isScalable() || *Size > MostCopied || *Size == 0)
    return false;
  V.Size = *Size;
  V.Align = Alloca->getAlign().value();
  bool IsScoped = false;
  SmallVector<Value *, 8> Left = {Alloca};
  while (!Left.empty()) {
    Value *At = Left.pop_back_val();
    for (User *U : At->users()) {
      auto *I = dyn_cast<Instruction>(U);
      if (!I)
        return false;
      bool Reads = false;
      if (auto *Load = dyn_cast<LoadInst>(I)) {
        if (!Load->isSimple())
          return false;
        Reads = true;
      } else if (auto *Store = dyn_cast<StoreInst>(I)) {
        if (!Store->isSimple() ||
            (Store->getValueOperand() == At && !V.Stores.contains(Store)))
          return false;
      } else if (auto *Memory = dyn_cast<MemIntrinsic>(I)) {
        if (Memory->isVolatile())
          return false;
        Reads = isa<MemTransferInst>(Memory);
      } else if (isa<GetElementPtrInst>(I)) {
        Left.push_back(I);
      } else if (I->isLifetimeStartOrEnd()) {
        IsScoped = true;
      } else if (!isa<DbgInfoIntrinsic>(I) &&
                 getIntrinsic(I) != Intrinsic::Frame) {
        return false;
      }
      V.IsNeeded |= Reads && After.contains(I->getParent());
    }
  }
  // Where its scope has ended its memory may be somebody else's.
  return !(V.IsNeeded && IsScoped);
}

void PanicFrame::findVariables(Instruction *Frame, BasicBlock *Continue) {
  for (Plan &P : Plans)
    for (Field &X : P.Context)
      if (P.Kind == Plan::Fields && X.Store && X.Type)
        if (auto *Alloca = dyn_cast<AllocaInst>(X.Store->getValueOperand());
            Alloca && Alloca->isStaticAlloca()) {
          X.Variable = Alloca;
          for (User *U : Alloca->users())
            if (auto *Store = dyn_cast<StoreInst>(U);
                Store && Store->getValueOperand() == Alloca &&
                Store->getPointerOperand() == X.Store->getPointerOperand())
              Variables[Alloca].Stores.insert(Store);
          Variables[Alloca].Stores.insert(X.Store);
          Variables[Alloca].IsCopied &= !mayCapture(*P.Thunk, X.Offset);
        }
  if (Variables.empty())
    return;
  // Where the function may be after a panic: also between the intrinsic that
  // returns a second time, and the branch that asks.
  SmallPtrSet<const BasicBlock *, 16> After;
  SmallVector<const BasicBlock *, 16> Left;
  if (Continue) {
    Left.push_back(Continue);
    if (!isa<BranchInst>(Frame->getNextNode()))
      Left.push_back(Frame->getParent());
  }
  while (!Left.empty()) {
    const BasicBlock *BB = Left.pop_back_val();
    if (After.insert(BB).second)
      Left.append(succ_begin(BB), succ_end(BB));
  }
  for (auto &[Alloca, V] : Variables)
    V.IsCopied = V.IsCopied && canCopy(Alloca, V, After);
  for (Plan &P : Plans)
    for (Field &X : P.Context)
      if (X.Variable && !Variables[X.Variable].IsCopied)
        X.Variable = nullptr;
  SmallPtrSet<AllocaInst *, 4> Used;
  for (const Plan &P : Plans)
    for (const Field &X : P.Context)
      if (P.S.IsPending)
        Used.insert(X.Variable);
  Variables.remove_if([&](auto &Each) {
    return !Each.second.IsCopied || !Used.contains(Each.first);
  });
}

/// Whether the run-time has a way to put the argument of \p Call on the stack,
/// alone and by words. \p S is its site.
bool PanicFrame::canCopyToStack(const DirectCall &Call, const Site &S) const {
  constexpr uint64_t WordSize = sizeof(uint64_t), StackAlign = 16;
  return Triple(F.getParent()->getTargetTriple()).getArch() == Triple::x86_64 &&
         Call.Offset == 0 && Call.CopiedSize % WordSize == 0 &&
         Call.CopiedSize <= S.Size && S.Align <= StackAlign &&
         isUIntN(PanicStep::SizeBits, Call.CopiedSize / WordSize);
}

/// Whether constant data can have the address that \p C is.
static bool isNear(const Constant *C) {
  auto *Base = dyn_cast<GlobalObject>(C->stripInBoundsConstantOffsets());
  if (!Base || !Base->isDSOLocal() || Base->isThreadLocal() ||
      Base->hasExternalWeakLinkage())
    return false;
  // There variables may be further away than 32 bits say.
  std::optional<CodeModel::Model> Model = Base->getParent()->getCodeModel();
  return isa<Function>(Base) || !Model ||
         (*Model != CodeModel::Medium && *Model != CodeModel::Large);
}

/// Whether the run-time can make the call by itself, or do what there is.
void PanicFrame::plan(Plan &P) {
  if (P.Kind == Plan::ByAddress || !P.Thunk)
    return;
  P.Change = findPlainChange(*P.Thunk);
  if (P.Change && isNear(P.Change->Address) &&
      P.Change->Number.isSignedIntN(PanicStep::NumberBits)) {
    P.Kind = Plan::Changes;
    return;
  }
  std::optional<DirectCall> Call = findDirectCall(*P.Thunk);
  if (!Call)
    return;
  if (Call->CopiedSize) {
    if (P.Kind == Plan::Fields && canCopyToStack(*Call, P.S)) {
      P.Call = Call;
      P.Kind = Plan::Copied;
    }
    return;
  }
  // A variable that is copied is at another place then: only a thunk is told.
  if (Call->Field && none_of(P.Context, [&](const Field &X) {
        return X.Type == Call->Field && X.Offset == Call->Offset && !X.Variable;
      }))
    return;
  if (Constant *C = Call->Argument) {
    auto *Number = dyn_cast<ConstantInt>(C);
    if (Number && Number->getBitWidth() < 32)
      Number = ConstantInt::get(
          C->getContext(), Call->IsZeroExtended ? Number->getValue().zext(32)
                                                : Number->getValue().sext(32));
    bool IsNumber =
        isa<ConstantPointerNull, UndefValue>(C) ||
        (Number && Number->getValue().isSignedIntN(PanicStep::SlotBits));
    if (!IsNumber && (!isNear(C) || C->getType() != ABI.ptrType()))
      return;
    if (Number)
      Call->Argument = Number;
  }
  P.Call = Call;
  P.Kind = Plan::Direct;
}

/// How many words a plan has of its own, without those of variables: of a
/// context, if it is given in registers.
unsigned PanicFrame::countWords(const Plan &P) {
  switch (P.Kind) {
  case Plan::None:
  case Plan::Changes:
    return 0;
  case Plan::Direct:
    return P.Call->Field != nullptr;
  case Plan::Copied:
    return 1;
  case Plan::ByAddress:
    return P.S.Thunk && !P.Thunk ? 2 : 1;
  case Plan::Fields:
    return count_if(P.Context, [](const Field &X) { return !X.Variable; });
  }
  llvm_unreachable("all kinds are there");
}

/// What they are.
SmallVector<Value *, 2>
PanicFrame::loadWords(IRBuilder<> &B, unsigned Component, GetAtTy GetAt) {
  const Plan &P = Plans[Component];
  SmallVector<Value *, 2> Words;
  if (P.Kind == Plan::ByAddress) {
    if (P.S.Thunk && !P.Thunk)
      Words.push_back(GetAt(Component, P.S.Thunk));
    Words.push_back(GetAt(Component, P.S.Context));
  } else if (P.Kind == Plan::Copied) {
    Words.push_back(P.S.Context);
  } else {
    for (const Field &X : P.Context)
      if (P.Kind == Plan::Fields ? !X.Variable
                                 : P.Kind == Plan::Direct && P.Call->Field &&
                                       X.Offset == P.Call->Offset)
        Words.push_back(loadField(B, P, X));
  }
  assert(Words.size() == countWords(P) && "counted otherwise");
  return Words;
}

/// Words are numbered; false if there are too many, or if something is no word.
bool PanicFrame::layOutRegisters(unsigned Flags) {
  if (Flags > 1)
    return false;
  auto IsWord = [](uint64_t Size) {
    return Size <= sizeof(uint64_t) && isPowerOf2_64(Size);
  };
  unsigned Words = 0;
  for (bool IsNeeded : {true, false}) {
    for (auto &[Alloca, V] : Variables)
      if (V.IsNeeded == IsNeeded) {
        if (!IsWord(V.Size) || V.Align > sizeof(uint64_t))
          return false;
        V.Slot = Words++;
      }
    if (IsNeeded && Words > RuntimeABI::WordsReturned)
      return false;
  }
  FlagsSlot = Words;
  Words += Flags;
  for (Plan &P : Plans) {
    if (!P.S.IsPending)
      continue;
    if (P.Kind == Plan::Fields) {
      for (const Field &X : P.Context)
        if (!X.Type || X.Type->isVectorTy() || !IsWord(X.Size) ||
            !isPowerOf2_64(Layout.getTypeSizeInBits(X.Type)))
          return false;
      if (!canClone(*P.Thunk) || !P.Thunk->hasLocalLinkage())
        return false;
    }
    P.Slot = Words;
    Words += countWords(P);
  }
  return Words <= RuntimeABI::WordCount;
}

void PanicFrame::layOutMemory(unsigned Flags) {
  constexpr uint64_t WordSize = sizeof(uint64_t);
  uint64_t Size = Flags * WordSize;
  Align Alignment(WordSize);
  auto Place = [&](uint64_t Bytes, uint64_t Align) {
    Alignment = std::max(Alignment, llvm::Align(Align));
    uint64_t At = alignTo(Size, std::max(Align, WordSize));
    Size = At + alignTo(Bytes, WordSize);
    return At / WordSize;
  };
  FlagsSlot = 0;
  for (auto &[Alloca, V] : Variables)
    V.Slot = Place(V.Size, V.Align);
  for (Plan &P : Plans) {
    if (!P.S.IsPending)
      continue;
    if (P.Kind == Plan::Fields)
      P.Slot = Place(P.S.Size, P.S.Align);
    else if (unsigned Words = countWords(P))
      P.Slot = Place(Words * WordSize, WordSize);
  }
  if (!isUIntN(PanicStep::SlotBits, Size / WordSize))
    reportError(F, nullptr,
                "too many deferred calls in one function: their arguments take "
                "more than 8 MiB");
  BasicBlock &Entry = F.getEntryBlock();
  IRBuilder<> B(&Entry, Entry.begin());
  Memory = B.CreateAlloca(ArrayType::get(ABI.sizeType(), Size / WordSize),
                          nullptr, "defer.panic.frame");
  Memory->setAlignment(Alignment);
}

PanicStep PanicFrame::getStep(unsigned Component) {
  const Plan &P = Plans[Component];
  PanicStep Step;
  Step.Slot = P.Slot;
  switch (P.Kind) {
  case Plan::None:
    Step.Kind = PanicStep::Thunk;
    Step.Function = P.Thunk;
    Step.Slot = 0; // it looks at no context
    break;
  case Plan::Changes:
    Step.Kind = PanicStep::Change;
    Step.Address = P.Change->Address;
    Step.Slot = P.Change->Number.getSExtValue() << PanicStep::NumberShift |
                unsigned(P.Change->Adds) << PanicStep::AddsBit |
                Log2_64(P.Change->Size);
    break;
  case Plan::Direct:
    Step.Function = P.Call->Callee;
    if (P.Call->Field) {
      Step.Kind = PanicStep::CallWord;
    } else if (Constant *C = P.Call->Argument;
               !C || isa<ConstantInt, ConstantPointerNull, UndefValue>(C)) {
      Step.Kind = PanicStep::CallNumber;
      auto *Number = dyn_cast_or_null<ConstantInt>(C);
      Step.Slot = Number ? Number->getSExtValue() : 0;
    } else {
      Step.Kind = PanicStep::CallAt;
      Step.Slot = 0;
      Step.Address = C;
    }
    break;
  case Plan::Copied:
    // With the address a thunk can do as well, if the slot is too far.
    Step.Kind = PanicStep::ThunkAt;
    Step.Function = P.Thunk;
    if (isUIntN(PanicStep::CopySlotBits, P.Slot)) {
      Step.Kind = PanicStep::CallCopy;
      Step.Function = P.Call->Callee;
      Step.Slot |= P.Call->CopiedSize / sizeof(uint64_t)
                   << PanicStep::CopySlotBits;
    }
    break;
  case Plan::ByAddress:
    Step.Kind = !P.S.Thunk ? PanicStep::List
                : P.Thunk  ? PanicStep::ThunkAt
                           : PanicStep::Indirect;
    Step.Function = P.Thunk;
    break;
  case Plan::Fields:
    Step.Kind = PanicStep::Thunk;
    Step.Function = P.Thunk;
    if (inRegisters()) {
      Step.Function = makeThunk(P);
      Step.Slot = 0;
    }
    break;
  }
  return Step;
}

bool PanicFrame::mayRecover() const {
  return any_of(Plans, [](const Plan &P) {
    return P.S.IsPending && (!P.Thunk || defer::mayRecover(*P.Thunk));
  });
}

Value *PanicFrame::getSlot(IRBuilder<> &B, unsigned Slot) {
  return B.CreateConstInBoundsGEP2_64(Memory->getAllocatedType(), Memory, 0,
                                      Slot);
}

/// The thunk for words, which puts the context together:
///
///   define internal void @f.defer.0.panic(ptr %frame, ptr nonnull %exception)
///   {
///     %context = alloca ...
///     store ptr %frame.0, %context                   ; a variable's address
///     %1 = load ptr, %frame.1
///     store ptr %1, %context.1                       ; what was frozen
Function *PanicFrame::makeThunk(const Plan &P) {
  ValueToValueMapTy Map;
  Function *Thunk = CloneFunction(P.Thunk, Map);
  Thunk->setName(P.Thunk->getName() + ".panic");
  makeCold(*Thunk);
  Argument *Frame = Thunk->getArg(0);

  BasicBlock &Entry = Thunk->getEntryBlock();
  IRBuilder<> B(&Entry, Entry.begin());
  AllocaInst *Context = B.CreateAlloca(ArrayType::get(B.getInt8Ty(), P.S.Size),
                                       nullptr, "defer.context");
  Context->setAlignment(Align(P.S.Align));
  Frame->replaceAllUsesWith(Context);
  B.SetInsertPoint(&Entry, Entry.getFirstNonPHIOrDbgOrAlloca());
  unsigned Word = P.Slot;
  for (const Field &X : P.Context) {
    unsigned Slot = X.Variable ? Variables[X.Variable].Slot : Word++;
    Value *From = B.CreateConstInBoundsGEP1_64(ABI.sizeType(), Frame, Slot);
    Value *To = B.CreateConstInBoundsGEP1_64(B.getInt8Ty(), Context, X.Offset);
    // Of a word the low bytes come first.
    B.CreateAlignedStore(X.Variable ? From : B.CreateLoad(X.Type, From), To,
                         commonAlignment(Align(P.S.Align), X.Offset));
  }
  return Thunk;
}

/// \p V, of at most eight bytes, as a word.
Value *PanicFrame::getWord(IRBuilder<> &B, Value *V) {
  if (V->getType()->isPointerTy())
    return B.CreatePtrToInt(V, ABI.sizeType());
  if (!V->getType()->isIntegerTy())
    V = B.CreateBitCast(V, B.getIntNTy(Layout.getTypeSizeInBits(V->getType())));
  return B.CreateZExt(V, ABI.sizeType());
}

Value *PanicFrame::loadField(IRBuilder<> &B, const Plan &P, const Field &X) {
  return B.CreateAlignedLoad(
      X.Type,
      B.CreateConstInBoundsGEP1_64(B.getInt8Ty(), P.S.Context, X.Offset),
      commonAlignment(Align(P.S.Align), X.Offset));
}

/// Copies a variable to the frame in memory, or back.
void PanicFrame::copy(IRBuilder<> &B, AllocaInst *Alloca, const Variable &V,
                      bool Back) {
  Value *Here = Alloca, *There = getSlot(B, V.Slot);
  if (Back)
    std::swap(Here, There);
  Type *T = Alloca->getAllocatedType();
  Align Alignment(V.Align);
  if (T->isSingleValueType() && !Alloca->isArrayAllocation())
    B.CreateAlignedStore(B.CreateAlignedLoad(T, Here, Alignment), There,
                         Alignment);
  else
    B.CreateMemCpy(There, Alignment, Here, Alignment, V.Size);
}

void PanicFrame::save(IRBuilder<> &B, unsigned Component, GetAtTy GetAt) {
  const Plan &P = Plans[Component];
  if (P.Kind != Plan::Fields) {
    unsigned Slot = P.Slot;
    for (Value *V : loadWords(B, Component, GetAt))
      B.CreateStore(getWord(B, V), getSlot(B, Slot++));
    return;
  }
  if (any_of(P.Context, [](const Field &X) { return !X.Type; }))
    B.CreateMemCpy(getSlot(B, P.Slot), Align(P.S.Align), P.S.Context,
                   Align(P.S.Align), P.S.Size);
  for (const Field &X : P.Context) {
    if (!X.Type)
      continue;
    // What is needed in the end is copied there, whichever way it comes.
    if (X.Variable && !Variables[X.Variable].IsNeeded)
      copy(B, X.Variable, Variables[X.Variable], /*Back=*/false);
    Value *To = B.CreateConstInBoundsGEP1_64(B.getInt8Ty(), getSlot(B, P.Slot),
                                             X.Offset);
    B.CreateAlignedStore(X.Variable ? getSlot(B, Variables[X.Variable].Slot)
                                    : loadField(B, P, X),
                         To, commonAlignment(Align(P.S.Align), X.Offset));
  }
}

void PanicFrame::unwind(IRBuilder<> &B, Value *Exception, Value *First,
                        ArrayRef<Value *> Flags, GetAtTy GetAt) {
  // The frame that the calls belong to stays until they have run.
  auto CallUnwind = [&](Function *Callee, ArrayRef<Value *> Arguments) {
    CallInst *Call = B.CreateCall(Callee, Arguments);
    Call->setTailCallKind(CallInst::TCK_NoTail);
    if (!mayRecover())
      Call->setDoesNotReturn();
    return Call;
  };
  if (Memory) {
    for (unsigned I = 0, E = Flags.size(); I != E; ++I)
      B.CreateStore(Flags[I], getSlot(B, FlagsSlot + I));
    for (auto &[Alloca, V] : Variables)
      if (V.IsNeeded)
        copy(B, Alloca, V, /*Back=*/false);
    CallUnwind(ABI.unwind(), {Exception, First, Memory});
    for (auto &[Alloca, V] : Variables)
      if (V.IsNeeded)
        copy(B, Alloca, V, /*Back=*/true);
    return;
  }

  SmallVector<Value *, RuntimeABI::WordCount + 2> Arguments(
      RuntimeABI::WordCount, PoisonValue::get(ABI.sizeType()));
  bool HasWords = false;
  auto Put = [&](unsigned Slot, Value *V) {
    Arguments[Slot] = getWord(B, V);
    HasWords = true;
  };
  for (auto &[Alloca, V] : Variables)
    Put(V.Slot,
        B.CreateAlignedLoad(B.getIntNTy(8 * V.Size), Alloca, Align(V.Align)));
  for (unsigned I = 0, E = Flags.size(); I != E; ++I)
    Put(FlagsSlot + I, Flags[I]);
  for (unsigned I = 0, E = Plans.size(); I != E; ++I) {
    if (!Plans[I].S.IsPending)
      continue;
    unsigned Slot = Plans[I].Slot;
    for (Value *V : loadWords(B, I, GetAt))
      Put(Slot++, V);
  }
  if (!HasWords) {
    Value *None = ConstantPointerNull::get(ABI.ptrType());
    CallUnwind(ABI.unwind(), {Exception, First, None});
    return;
  }
  Arguments.insert(Arguments.begin(), {Exception, First});
  CallInst *Words = CallUnwind(ABI.unwindWords(), Arguments);
  for (auto &[Alloca, V] : Variables)
    if (V.IsNeeded)
      B.CreateAlignedStore(B.CreateTrunc(B.CreateExtractValue(Words, V.Slot),
                                         B.getIntNTy(8 * V.Size)),
                           Alloca, Align(V.Align));
}

} // namespace defer
