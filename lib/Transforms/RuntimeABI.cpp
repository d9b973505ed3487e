//===-- RuntimeABI.cpp - The run-time's functions, for the pass -----------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeABI.h"

#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace defer {

RuntimeABI::RuntimeABI(Module &M)
    : M(M), Ptr(PointerType::getUnqual(M.getContext())),
      Size(M.getDataLayout().getIntPtrType(M.getContext())),
      Void(Type::getVoidTy(M.getContext())) {
  LLVMContext &Context = M.getContext();
  Record = StructType::get(Context, {Ptr, Ptr});
  List = StructType::get(Context, {Ptr, Ptr, Ptr, Ptr});
  Pad = getPadType(Context);
}

StructType *RuntimeABI::getPadType(LLVMContext &Context) {
  return StructType::get(
      Context, {PointerType::getUnqual(Context), Type::getInt32Ty(Context)});
}

bool RuntimeABI::hasPersonality(const Function &F) {
  return F.hasPersonalityFn() &&
         F.getPersonalityFn()->stripPointerCasts()->getName() ==
             PersonalityName;
}

template <typename CallT>
SmallVector<CallT *, 2> RuntimeABI::findCalls(Function &F, StringRef Name) {
  SmallVector<CallT *, 2> Calls;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallT>(&I))
      if (const Function *Callee = Call->getCalledFunction();
          Callee && Callee->getName() == Name)
        Calls.push_back(Call);
  return Calls;
}

template SmallVector<CallBase *, 2> RuntimeABI::findCalls(Function &,
                                                          StringRef);
template SmallVector<CallInst *, 2> RuntimeABI::findCalls(Function &,
                                                          StringRef);

FunctionType *RuntimeABI::thunkType() const {
  return FunctionType::get(Void, {Ptr, Ptr}, false);
}

Function *RuntimeABI::declare(StringRef Name, Type *Result,
                              ArrayRef<Type *> Parameters) {
  FunctionType *Type = FunctionType::get(Result, Parameters, false);
  auto *F = cast<Function>(M.getOrInsertFunction(Name, Type).getCallee());
  return F;
}

static Function *nounwind(Function *F) {
  F->setDoesNotThrow();
  return F;
}

/// Keeps its callers' blocks out of the way of the normal path.
static Function *cold(Function *F) {
  F->addFnAttr(Attribute::Cold);
  return F;
}

Function *RuntimeABI::personality() {
  FunctionType *Type =
      FunctionType::get(Type::getInt32Ty(M.getContext()), /*isVarArg=*/true);
  return cast<Function>(
      M.getOrInsertFunction(PersonalityName, Type).getCallee());
}

Function *RuntimeABI::allocate() {
  return nounwind(declare(AllocateName, Ptr, {Ptr, Size, Size}));
}

Function *RuntimeABI::storage() {
  return declare("__defer_storage", Ptr, {Ptr, Size, Size});
}

Function *RuntimeABI::drain() {
  return declare("__defer_drain", Void, {Ptr, Ptr});
}

Function *RuntimeABI::outOfMemory() {
  Function *F = cold(declare("__defer_out_of_memory", Void, {}));
  F->setDoesNotReturn();
  return F;
}

/// A function of moderate size is inlined as it would be without its pads.
static Function *freeToInline(Function *F) {
  F->addFnAttr("call-inline-cost", "0");
  return F;
}

Function *RuntimeABI::unwind() {
  return freeToInline(cold(declare(UnwindName, Void, {Ptr, Ptr, Ptr})));
}

Function *RuntimeABI::unwindWords() {
  SmallVector<llvm::Type *, 6> Parameters = {Ptr, Ptr};
  Parameters.append(WordCount, Size);
  Type *Words =
      StructType::get(M.getContext(), SmallVector<Type *>(WordsReturned, Size));
  return freeToInline(cold(declare(UnwindWordsName, Words, Parameters)));
}

Function *RuntimeABI::cannotReturn() {
  Function *F =
      cold(nounwind(declare("__defer_cannot_return", Void, {Ptr, Ptr})));
  F->setDoesNotReturn();
  return F;
}

Function *RuntimeABI::cannotUnwind() {
  return cold(nounwind(declare("__defer_cannot_unwind", Void, {Ptr})));
}

} // namespace defer
