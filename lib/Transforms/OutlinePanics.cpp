//===-- OutlinePanics.cpp - Functions that seldom panic -------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OutlinePanics.h"

#include "RuntimeABI.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/ValueMapper.h"

using namespace llvm;

namespace defer {
namespace {

using BlockSet = SmallSetVector<BasicBlock *, 16>;

/// A block that panics, and what it leads to.
class Region {
public:
  explicit Region(BasicBlock &Start) : Start(Start) {}
  /// \returns false if it leads back to the normal path, whose blocks are
  /// \p Normal, other than to a return.
  bool findBlocks(const BlockSet &Normal);
  /// \returns false if it needs more than a call can give in registers.
  bool findInputs();
  /// Makes a function of a copy, and jumps there.
  void outline();

  BasicBlock &getStart() const { return Start; }
  bool contains(const BasicBlock *BB) const {
    return Blocks.contains(const_cast<BasicBlock *>(BB));
  }

private:
  /// Whether \p V is known here without being told: not a PHI of the first
  /// block, which stays where it is.
  bool isInside(const Value *V) const {
    auto *I = dyn_cast<Instruction>(V);
    return I && contains(I->getParent()) &&
           !(isa<PHINode>(I) && I->getParent() == &Start);
  }
  void copyReturn(BasicBlock &BB, Function &G, ValueToValueMapTy &Map);

  BasicBlock &Start;
  BlockSet Blocks;
  /// Blocks behind the region that do nothing but return.
  SmallSetVector<BasicBlock *, 2> Returns;
  SmallSetVector<Value *, 6> Inputs;
  /// Of the function, but used in panics alone.
  SmallVector<AllocaInst *, 2> Allocas;
};

} // namespace

static bool onlyReturns(const BasicBlock &BB) {
  return isa<ReturnInst>(BB.getTerminator()) &&
         all_of(BB, [](const Instruction &I) {
           return isa<PHINode, ReturnInst>(I);
         });
}

bool Region::findBlocks(const BlockSet &Normal) {
  SmallVector<BasicBlock *, 8> Left = {&Start};
  while (!Left.empty()) {
    BasicBlock *BB = Left.pop_back_val();
    if (!Blocks.insert(BB))
      continue;
    if (Normal.contains(BB) || BB->hasAddressTaken())
      return false;
    for (BasicBlock *Next : successors(BB)) {
      if (Next == &Start)
        return false;
      if (onlyReturns(*Next))
        Returns.insert(Next);
      else
        Left.push_back(Next);
    }
  }
  return true;
}

/// Whether \p T is given in a register.
static bool isWord(Type *T) {
  return T->isPointerTy() || T->isIntegerTy(8) || T->isIntegerTy(16) ||
         T->isIntegerTy(32) || T->isIntegerTy(64) || T->isFloatTy() ||
         T->isDoubleTy();
}

bool Region::findInputs() {
  constexpr unsigned MostInputs = 6; // in registers on x86-64
  auto Add = [&](Value *V) {
    if (isa<Argument>(V) || (isa<Instruction>(V) && !isInside(V)))
      Inputs.insert(V);
  };
  for (BasicBlock *BB : Blocks)
    for (Instruction &I : *BB)
      if (!isa<PHINode>(I) || BB != &Start)
        for (Value *V : I.operands())
          Add(V);
  for (BasicBlock *BB : Returns) {
    for (PHINode &Phi : BB->phis())
      for (auto [Way, V] : zip(Phi.blocks(), Phi.incoming_values()))
        if (contains(Way))
          Add(V);
    Value *V = cast<ReturnInst>(BB->getTerminator())->getReturnValue();
    if (V && !(isa<PHINode>(V) && cast<PHINode>(V)->getParent() == BB))
      Add(V);
  }
  for (Value *V : Inputs)
    if (auto *Alloca = dyn_cast<AllocaInst>(V)) {
      if (!Alloca->isStaticAlloca())
        return false;
      Allocas.push_back(Alloca);
    }
  for (AllocaInst *Alloca : Allocas)
    Inputs.remove(Alloca);
  return Inputs.size() <= MostInputs &&
         all_of(Inputs, [](Value *V) { return isWord(V->getType()); });
}

void Region::copyReturn(BasicBlock &BB, Function &G, ValueToValueMapTy &Map) {
  auto *Copy = BasicBlock::Create(G.getContext(), BB.getName(), &G);
  Map[&BB] = Copy;
  for (Instruction &I : BB) {
    Instruction *Again = I.clone();
    Again->insertInto(Copy, Copy->end());
    Map[&I] = Again;
    if (auto *Phi = dyn_cast<PHINode>(Again))
      for (unsigned Way = Phi->getNumIncomingValues(); Way--;)
        if (!contains(Phi->getIncomingBlock(Way)))
          Phi->removeIncomingValue(Way, /*DeletePHIIfEmpty=*/false);
  }
}

void Region::outline() {
  Function &F = *Start.getParent();
  SmallVector<Type *, 6> Types;
  for (Value *V : Inputs)
    Types.push_back(V->getType());
  Function *G = Function::Create(
      FunctionType::get(F.getReturnType(), Types, /*isVarArg=*/false),
      GlobalValue::InternalLinkage, F.getAddressSpace(),
      F.getName() + ".panics", F.getParent());
  AttributeList Attributes = F.getAttributes();
  G->setAttributes(AttributeList::get(F.getContext(), Attributes.getFnAttrs(),
                                      Attributes.getRetAttrs(), {}));
  for (Attribute::AttrKind Kind :
       {Attribute::AlwaysInline, Attribute::InlineHint, Attribute::Hot})
    G->removeFnAttr(Kind);
  G->addFnAttr(Attribute::NoInline);
  G->addFnAttr(Attribute::Cold);
  G->setPersonalityFn(F.getPersonalityFn());

  ValueToValueMapTy Map;
  for (auto [V, Parameter] : zip_equal(Inputs, make_pointer_range(G->args()))) {
    Parameter->setName(V->getName());
    Map[V] = Parameter;
  }
  for (BasicBlock *BB : Blocks) {
    auto *Copy = BasicBlock::Create(F.getContext(), BB->getName(), G);
    Map[BB] = Copy;
    if (BB == &Start)
      for (AllocaInst *Alloca : Allocas) {
        Instruction *Again = Alloca->clone();
        Again->insertInto(Copy, Copy->end());
        Again->setName(Alloca->getName());
        Map[Alloca] = Again;
      }
    for (Instruction &I : *BB) {
      if (isa<PHINode>(I) && BB == &Start)
        continue;
      Instruction *Again = I.clone();
      Again->insertInto(Copy, Copy->end());
      Again->setName(I.getName());
      Map[&I] = Again;
      // Others may lead to the same pad.
      if (auto *Phi = dyn_cast<PHINode>(Again))
        for (unsigned Way = Phi->getNumIncomingValues(); Way--;)
          if (!contains(Phi->getIncomingBlock(Way)))
            Phi->removeIncomingValue(Way, /*DeletePHIIfEmpty=*/false);
    }
  }
  for (BasicBlock *BB : Returns)
    copyReturn(*BB, *G, Map);
  for (Instruction &I : instructions(G))
    RemapInstruction(&I, Map, RF_NoModuleLevelChanges | RF_IgnoreMissingLocals);

  for (BasicBlock *Next : successors(&Start))
    Next->removePredecessor(&Start, /*KeepOneInputPHIs=*/true);
  // Others of the region may use them, until it is gone.
  for (Instruction &I : make_early_inc_range(
           make_range(Start.getFirstNonPHIIt(), Start.end()))) {
    I.replaceAllUsesWith(PoisonValue::get(I.getType()));
    I.eraseFromParent();
  }
  IRBuilder<> B(&Start);
  CallInst *Call = B.CreateCall(G, Inputs.getArrayRef());
  Call->setAttributes(G->getAttributes().removeFnAttributes(F.getContext()));
  Call->setTailCall();
  if (F.getReturnType()->isVoidTy())
    B.CreateRetVoid();
  else
    B.CreateRet(Call);
}

/// Whether \p F can jump to another function in its place.
static bool canJump(Function &F) {
  // The frame of a debugger's user, and who is not to be optimized.
  if (F.hasOptNone() || F.hasMinSize() || F.getSubprogram() || F.isVarArg() ||
      F.hasFnAttribute(Attribute::Cold) || F.hasFnAttribute(Attribute::Naked) ||
      F.hasFnAttribute("disable-tail-calls") ||
      F.getCallingConv() != CallingConv::C || F.hasSection())
    return false;
  for (Argument &A : F.args())
    if (A.hasPassPointeeByValueCopyAttr() || A.hasStructRetAttr() ||
        A.hasSwiftErrorAttr() || A.hasSwiftSelfAttr() || A.hasNestAttr() ||
        A.hasAttribute(Attribute::SwiftAsync))
      return false;
  return true;
}

static bool outlinePanics(Function &F) {
  SmallVector<Region, 2> Regions;
  BlockSet Normal, Starts;
  SmallVector<BasicBlock *, 16> Left = {&F.getEntryBlock()};
  while (!Left.empty()) {
    BasicBlock *BB = Left.pop_back_val();
    if (auto *Invoke = dyn_cast<InvokeInst>(BB->getTerminator())) {
      // What may return is on the normal path.
      if (!Invoke->doesNotReturn() || BB->isEntryBlock())
        return false;
      if (Starts.insert(BB))
        Regions.emplace_back(*BB);
      continue;
    }
    if (Normal.insert(BB))
      Left.append(succ_begin(BB), succ_end(BB));
  }
  // Each is a function more.
  constexpr unsigned MostRegions = 4;
  if (Regions.empty() || Regions.size() > MostRegions)
    return false;
  for (Region &R : Regions)
    if (!R.findBlocks(Normal) || !R.findInputs())
      return false;
  // Who has a frame anyway pays for it, and others may look at it.
  for (BasicBlock *BB : Normal)
    if (any_of(*BB, [](const Instruction &I) {
          auto *Call = dyn_cast<CallBase>(&I);
          return Call && !isa<IntrinsicInst>(Call) && !Call->isInlineAsm();
        }))
      return false;
  for (Instruction &I : instructions(F))
    if (auto *Alloca = dyn_cast<AllocaInst>(&I);
        Alloca && any_of(Alloca->users(), [&](const User *U) {
          return Normal.contains(
              const_cast<BasicBlock *>(cast<Instruction>(U)->getParent()));
        }))
      return false;
  for (Region &R : Regions)
    R.outline();
  EliminateUnreachableBlocks(F);
  F.setPersonalityFn(nullptr);
  return true;
}

PreservedAnalyses DeferOutlinePanicsPass::run(Module &M,
                                              ModuleAnalysisManager &) {
  SmallVector<Function *, 16> Ours;
  for (Function &F : M)
    if (RuntimeABI::hasPersonality(F) && canJump(F))
      Ours.push_back(&F);
  bool Changed = false;
  for (Function *F : Ours)
    Changed |= outlinePanics(*F);
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace defer
