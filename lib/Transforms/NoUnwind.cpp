//===-- NoUnwind.cpp - Calls that are said not to unwind ------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NoUnwind.h"

#include "Intrinsics.h"
#include "RuntimeABI.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace defer {

NoUnwindClaims::NoUnwindClaims(Module &M)
    : Library(Triple(M.getTargetTriple())) {}

bool NoUnwindClaims::isProved(const Function &F) {
  LibFunc Known;
  if (F.isIntrinsic() || getIntrinsic(&F) != Intrinsic::None ||
      F.getName().starts_with("__") || Library.getLibFunc(F, Known) ||
      F.getName() == "abort") // LLVM 19's table lacks it
    return true;
  if (!F.hasExactDefinition())
    return false;
  // Of functions that call each other each is proved if the others are.
  auto [It, New] = Proved.try_emplace(&F, true);
  if (!New)
    return It->second;
  bool Result = none_of(instructions(F), [&](const Instruction &I) {
    auto *Call = dyn_cast<CallBase>(&I);
    return I.mayThrow() || (Call && isClaim(*Call));
  });
  return Proved[&F] = Result;
}

bool NoUnwindClaims::isClaim(const CallBase &Call) {
  if (!Call.doesNotThrow() || Call.isInlineAsm())
    return false;
  auto *Callee = dyn_cast<Function>(
      Call.getCalledOperand()->stripPointerCastsAndAliases());
  return !Callee || !isProved(*Callee);
}

void NoUnwindClaims::withdraw(CallBase &Call) {
  auto *Callee = dyn_cast<Function>(
      Call.getCalledOperand()->stripPointerCastsAndAliases());
  if (Callee && Callee->doesNotThrow()) {
    for (User *U : Callee->users())
      if (auto *Other = dyn_cast<CallBase>(U))
        if (Other->getCalledOperand() == Callee)
          Other->setDoesNotThrow();
    Callee->removeFnAttr(Attribute::NoUnwind);
  }
  Call.removeFnAttr(Attribute::NoUnwind);
}

/// Whether \p Call is the last thing that its function does, when nothing is
/// pending. It may become a jump.
static bool isLast(const CallInst &Call) {
  const Instruction *Next = Call.getNextNode();
  while (Next && (Next->isDebugOrPseudoInst() || Next->isLifetimeStartOrEnd()))
    Next = Next->getNextNode();
  return isa_and_nonnull<ReturnInst>(Next);
}

static bool reportClaims(Function &F, NoUnwindClaims &Claims, RuntimeABI &ABI) {
  SmallVector<CallInst *, 8> Calls;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallInst>(&I))
      if (!Call->isMustTailCall() && !isLast(*Call) && Claims.isClaim(*Call))
        Calls.push_back(Call);
  if (Calls.empty())
    return false;

  IRBuilder<> B(BasicBlock::Create(F.getContext(), "defer.nounwind", &F));
  LandingPadInst *Pad = B.CreateLandingPad(ABI.padType(), 0);
  Pad->setCleanup(true);
  CallInst *Report =
      B.CreateCall(ABI.cannotUnwind(), {B.CreateExtractValue(Pad, 0)});
  B.CreateResume(Pad);
  if (DISubprogram *Scope = F.getSubprogram())
    Report->setDebugLoc(DILocation::get(F.getContext(), 0, 0, Scope));
  for (CallInst *Call : Calls) {
    Claims.withdraw(*Call);
    changeToInvokeAndSplitBasicBlock(Call, Report->getParent());
  }
  return true;
}

PreservedAnalyses DeferNoUnwindPass::run(Module &M, ModuleAnalysisManager &) {
  if (!M.getFunction(RuntimeABI::PersonalityName))
    return PreservedAnalyses::all();
  NoUnwindClaims Claims(M);
  RuntimeABI ABI(M);
  bool Changed = false;
  for (Function &F : M)
    if (RuntimeABI::hasPersonality(F))
      Changed |= reportClaims(F, Claims, ABI);
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace defer
