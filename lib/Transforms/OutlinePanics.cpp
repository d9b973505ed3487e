//===-- OutlinePanics.cpp - Panics in functions of their own --------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OutlinePanics.h"

#include "NormalPath.h"
#include "RuntimeABI.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugProgramInstruction.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace defer {
namespace {

/// Of what is the end of several panics, or of the normal path as well.
constexpr unsigned MostCopied = 32;
/// Each becomes a function.
constexpr unsigned MostRegions = 4;
/// Words and floating-point numbers that every calling convention of ours has
/// in registers.
constexpr unsigned MostWords = 6, MostNumbers = 8;

/// What is reached from a block that is never left without a panic.
struct Region {
  BasicBlock *Entry;
  SetVector<BasicBlock *> Blocks;
  /// What it uses of its function: the entry's PHIs are that, too.
  SetVector<Value *> Inputs;
  SetVector<AllocaInst *> Allocas;
  Function *Outlined = nullptr;
  SmallVector<Value *, MostWords> Arguments;

  bool isInput(const Value *V) const {
    if (auto *Phi = dyn_cast<PHINode>(V); Phi && Phi->getParent() == Entry)
      return true;
    auto *I = dyn_cast<Instruction>(V);
    return I ? !Blocks.contains(const_cast<BasicBlock *>(I->getParent()))
             : isa<Argument>(V);
  }
};

class Outliner {
public:
  Outliner(Function &F, bool ShrinkWraps) : F(F), ShrinkWraps(ShrinkWraps) {}
  bool run();

private:
  bool findRegions();
  bool canOutline(Region &R) const;
  bool canMove(const Instruction &I) const;
  bool chooseArguments(Region &R) const;
  void outline(Region &R);
  void callOutlined(Region &R);

  Function &F;
  bool ShrinkWraps;
  BlockSet Normal;
  SmallVector<Region, MostRegions> Regions;
};

} // namespace

/// Whether \p F may end in another function's frame.
static bool isSuitable(const Function &F) {
  if (F.hasOptNone() || F.hasOptSize() || F.hasSection() || F.isVarArg() ||
      F.hasAvailableExternallyLinkage() || F.hasFnAttribute(Attribute::Naked) ||
      F.callsFunctionThatReturnsTwice() ||
      (F.getCallingConv() != CallingConv::C &&
       F.getCallingConv() != CallingConv::Fast))
    return false;
  for (Attribute::AttrKind Kind :
       {Attribute::ByVal, Attribute::StructRet, Attribute::InAlloca,
        Attribute::Preallocated, Attribute::Nest, Attribute::InReg,
        Attribute::SwiftError, Attribute::SwiftSelf, Attribute::SwiftAsync})
    if (F.getAttributes().hasAttrSomewhere(Kind))
      return false;
  return none_of(F, [](const BasicBlock &BB) {
    return BB.hasAddressTaken() ||
           isa<IndirectBrInst, CallBrInst>(BB.getTerminator());
  });
}

/// Whether there is a way through \p Normal that calls nothing, and so needs no
/// frame.
static bool hasWayWithoutCall(const Function &F, const BlockSet &Normal) {
  BlockSet Seen;
  SmallVector<const BasicBlock *, 8> Left = {&F.getEntryBlock()};
  while (!Left.empty()) {
    const BasicBlock *BB = Left.pop_back_val();
    if (!Normal.contains(BB) || !Seen.insert(BB).second ||
        any_of(*BB, [](const Instruction &I) {
          auto *Call = dyn_cast<CallBase>(&I);
          return Call && !isa<IntrinsicInst>(Call) && !Call->isInlineAsm();
        }))
      continue;
    if (isa<ReturnInst>(BB->getTerminator()))
      return true;
    append_range(Left, successors(BB));
  }
  return false;
}

/// Whether a pad is reached from \p Entry that is not reached by way of the
/// others of \p Entries.
static bool hasPad(BasicBlock *Entry, ArrayRef<BasicBlock *> Entries) {
  SetVector<BasicBlock *> Seen;
  Seen.insert(Entry);
  for (unsigned I = 0; I < Seen.size(); I++) {
    if (Seen[I]->isLandingPad())
      return true;
    for (BasicBlock *Next : successors(Seen[I]))
      if (!is_contained(Entries, Next))
        Seen.insert(Next);
  }
  return false;
}

/// Whether \p R does no more than call what never returns with what the
/// function was called with, and what runs in a panic never goes on.
static bool isCallAlone(const Region &R) {
  auto *Invoke = dyn_cast<InvokeInst>(&*R.Entry->getFirstNonPHIOrDbg());
  return Invoke && !isa<PHINode>(R.Entry->front()) &&
         all_of(enumerate(Invoke->args()),
                [](auto Each) {
                  auto *A = dyn_cast<Argument>(Each.value());
                  return A && A->getArgNo() == Each.index();
                }) &&
         none_of(R.Blocks, [](const BasicBlock *BB) {
           return isa<ReturnInst>(BB->getTerminator());
         });
}

bool Outliner::run() {
  if (!isSuitable(F) || !findRegions() ||
      (ShrinkWraps && all_of(Regions, isCallAlone)) ||
      !all_of(Regions, [&](Region &R) { return canOutline(R); }))
    return false;
  for (Region &R : Regions)
    outline(R);
  for (Region &R : Regions)
    callOutlined(R);
  removeUnreachableBlocks(F);
  F.setPersonalityFn(nullptr);
  return true;
}

/// Finds what is to be moved, if that are all landing pads of the function.
bool Outliner::findRegions() {
  Normal = findNormalBlocks(F);
  removeLastBlocks(Normal);
  if (!hasWayWithoutCall(F, Normal))
    return false;
  for (BasicBlock &BB : F) {
    if (Normal.contains(&BB)) {
      if (isa<InvokeInst>(BB.getTerminator()))
        return false;
      continue;
    }
    if (none_of(predecessors(&BB), [&](const BasicBlock *Before) {
          return Normal.contains(Before);
        }))
      continue;
    Region R;
    R.Entry = &BB;
    R.Blocks.insert(&BB);
    for (unsigned I = 0; I < R.Blocks.size(); I++)
      for (BasicBlock *Next : successors(R.Blocks[I]))
        R.Blocks.insert(Next);
    if (any_of(R.Blocks, [](BasicBlock *B) { return B->isLandingPad(); }))
      Regions.push_back(std::move(R));
  }
  // What leads to another one before it needs a pad may stay.
  SmallVector<BasicBlock *, MostRegions> Entries;
  for (const Region &R : Regions)
    Entries.push_back(R.Entry);
  erase_if(Regions, [&](const Region &R) { return !hasPad(R.Entry, Entries); });
  if (Regions.empty() || Regions.size() > MostRegions)
    return false;

  // The ends that all have are few.
  unsigned Copied = 0;
  for (BasicBlock &BB : F)
    if (auto Count = count_if(
            Regions, [&](const Region &R) { return R.Blocks.contains(&BB); }))
      Copied += (Count - !Normal.contains(&BB)) * BB.size();
  if (Copied > MostCopied)
    return false;

  // A pointer to an alloca may be anywhere.
  return all_of(instructions(F), [&](const Instruction &I) {
    auto *Alloca = dyn_cast<AllocaInst>(&I);
    return !Alloca ||
           (Alloca->isStaticAlloca() && none_of(I.users(), [&](const User *U) {
              return Normal.contains(cast<Instruction>(U)->getParent());
            }));
  });
}

/// Whether \p I may be in another function, or in two.
bool Outliner::canMove(const Instruction &I) const {
  if (any_of(I.operands(), [](const Value *V) {
        return isa<MetadataAsValue, BlockAddress>(V) ||
               V->getType()->isTokenTy();
      }))
    return false;
  if (auto *Call = dyn_cast<CallBase>(&I)) {
    if (Call->isMustTailCall() || Call->isInlineAsm() ||
        Call->cannotDuplicate() || Call->hasOperandBundles())
      return false;
    if (auto *Intrinsic = dyn_cast<IntrinsicInst>(&I))
      return Intrinsic->isAssumeLikeIntrinsic() ||
             isa<MemIntrinsic>(Intrinsic) ||
             Intrinsic->hasFnAttr(Attribute::Speculatable);
  }
  // The normal path goes on by itself.
  return !Normal.contains(I.getParent()) ||
         (!I.mayHaveSideEffects() && !I.mayReadFromMemory());
}

bool Outliner::canOutline(Region &R) const {
  for (BasicBlock *BB : R.Blocks) {
    if (is_contained(successors(BB), R.Entry))
      return false;
    for (Instruction &I : *BB) {
      if (R.isInput(&I))
        continue; // one of the entry's PHIs
      if (!canMove(I))
        return false;
      for (Use &U : I.operands()) {
        if (auto *Phi = dyn_cast<PHINode>(&I);
            Phi && !R.Blocks.contains(Phi->getIncomingBlock(U)))
          continue;
        if (!R.isInput(U))
          continue;
        if (auto *Alloca = dyn_cast<AllocaInst>(U))
          R.Allocas.insert(Alloca);
        else
          R.Inputs.insert(U);
      }
    }
  }
  return chooseArguments(R);
}

/// Chooses what the region gets as a function. Parameters stay where they are.
bool Outliner::chooseArguments(Region &R) const {
  for (Argument &A : F.args()) {
    if (!R.Inputs.contains(&A))
      continue;
    for (unsigned I = R.Arguments.size(); I < A.getArgNo(); I++)
      R.Arguments.push_back(PoisonValue::get(F.getArg(I)->getType()));
    R.Arguments.push_back(&A);
  }
  for (Value *V : R.Inputs)
    if (!isa<Argument>(V))
      R.Arguments.push_back(V);

  const DataLayout &Layout = F.getParent()->getDataLayout();
  unsigned Words = 0, Numbers = 0;
  for (Value *V : R.Arguments) {
    Type *Type = V->getType();
    if (Type->isFloatTy() || Type->isDoubleTy())
      Numbers++;
    else if (Type->isIntOrPtrTy() && Layout.getTypeSizeInBits(Type) <= 64)
      Words++;
    else
      return false;
  }
  return Words <= MostWords && Numbers <= MostNumbers;
}

/// What \p F is attributed with and holds for its panics as well.
static AttributeList getAttributes(const Function &F, const Region &R) {
  LLVMContext &Context = F.getContext();
  AttrBuilder B(Context, F.getAttributes().getFnAttrs());
  for (Attribute::AttrKind Kind :
       {Attribute::AllocKind, Attribute::AllocSize, Attribute::AlwaysInline,
        Attribute::Hot, Attribute::InlineHint, Attribute::Memory,
        Attribute::MustProgress, Attribute::NoFree, Attribute::NoRecurse,
        Attribute::NoSync, Attribute::NoUnwind, Attribute::Speculatable,
        Attribute::WillReturn})
    B.removeAttribute(Kind);
  // What is done to begin a function has been done.
  for (StringRef Name :
       {"alloc-family", "fentry-call", "function-instrument",
        "instrument-function-entry", "instrument-function-entry-inlined",
        "instrument-function-exit-inlined", "patchable-function",
        "patchable-function-entry", "patchable-function-prefix"})
    B.removeAttribute(Name);
  B.addAttribute(Attribute::Cold).addAttribute(Attribute::NoInline);

  SmallVector<AttributeSet, MostWords> Parameters;
  for (Value *V : R.Arguments) {
    // A parameter keeps its place.
    AttrBuilder Extension(Context);
    if (Parameters.size() < F.arg_size() &&
        (isa<PoisonValue>(V) || V == F.getArg(Parameters.size())))
      for (Attribute::AttrKind Kind : {Attribute::ZExt, Attribute::SExt})
        if (F.hasParamAttribute(Parameters.size(), Kind))
          Extension.addAttribute(Kind);
    Parameters.push_back(AttributeSet::get(Context, Extension));
  }
  return AttributeList::get(Context, AttributeSet::get(Context, B),
                            F.getAttributes().getRetAttrs(), Parameters);
}

/// Where \p BB is in the source, or as near to it as is known.
static DebugLoc getLocation(const BasicBlock &BB, DISubprogram &Scope) {
  for (const Instruction &I : BB)
    if (const DebugLoc &Location = I.getDebugLoc())
      return Location;
  return DILocation::get(Scope.getContext(), 0, 0, &Scope);
}

namespace {

/// Debug information of the new function: it has its lines from the old one,
/// and its variables as far as they are known.
class DebugInfoCopy {
public:
  DebugInfoCopy(Function &Old, const Region &R)
      : Old(Old), R(R), New(*R.Outlined), OldScope(*Old.getSubprogram()),
        B(*Old.getParent(), /*AllowUnresolved=*/false, OldScope.getUnit()) {}
  /// \p Map: what has become of the values.
  void run(const ValueToValueMapTy &Map);

private:
  DebugLoc getNew(const DebugLoc &Location) {
    return DebugLoc::replaceInlinedAtSubprogram(Location, *NewScope,
                                                Old.getContext(), Cache);
  }
  DILocalVariable *getNew(const DILocalVariable &Variable);
  void copyArguments();
  void convert(Instruction &I, const ValueToValueMapTy &Map);

  Function &Old;
  const Region &R;
  Function &New;
  DISubprogram &OldScope, *NewScope = nullptr;
  DIBuilder B;
  DenseMap<const MDNode *, MDNode *> Cache;
  DenseMap<const DILocalVariable *, DILocalVariable *> Variables;
};

} // namespace

DILocalVariable *DebugInfoCopy::getNew(const DILocalVariable &Variable) {
  DILocalVariable *&Result = Variables[&Variable];
  if (Result)
    return Result;
  DILocalScope *Scope = DILocalScope::cloneScopeForSubprogram(
      *Variable.getScope(), *NewScope, Old.getContext(), Cache);
  if (Variable.isParameter())
    return Result = B.createParameterVariable(
               Scope, Variable.getName(), Variable.getArg(), Variable.getFile(),
               Variable.getLine(), Variable.getType());
  return Result = B.createAutoVariable(
             Scope, Variable.getName(), Variable.getFile(), Variable.getLine(),
             Variable.getType(), /*AlwaysPreserve=*/false, DINode::FlagZero,
             Variable.getAlignInBits());
}

/// Says which variables the arguments are: those that have one value from the
/// old function's beginning on.
void DebugInfoCopy::copyArguments() {
  DenseMap<const DILocalVariable *, unsigned> Changes;
  for (Instruction &I : instructions(Old))
    for (DbgVariableRecord &Record : filterDbgVars(I.getDbgRecordRange()))
      Changes[Record.getVariable()]++;
  Instruction *Before = &*New.getEntryBlock().getFirstInsertionPt();
  for (Instruction &I : Old.getEntryBlock())
    for (DbgVariableRecord &Record : filterDbgVars(I.getDbgRecordRange())) {
      if (!Record.isDbgValue() || Record.getNumVariableLocationOps() != 1 ||
          Record.getDebugLoc()->getInlinedAt() ||
          Changes[Record.getVariable()] != 1)
        continue;
      auto It = find(R.Arguments, Record.getVariableLocationOp(0));
      if (It == R.Arguments.end())
        continue;
      Value *Argument = New.getArg(It - R.Arguments.begin());
      auto *Copy = new DbgVariableRecord(
          ValueAsMetadata::get(Argument), getNew(*Record.getVariable()),
          Record.getExpression(), getNew(Record.getDebugLoc()).get());
      Before->getParent()->insertDbgRecordBefore(Copy, Before->getIterator());
    }
}

void DebugInfoCopy::convert(Instruction &I, const ValueToValueMapTy &Map) {
  if (const DebugLoc &Location = I.getDebugLoc())
    I.setDebugLoc(getNew(Location));
  updateLoopMetadataDebugLocations(I, [&](Metadata *MD) -> Metadata * {
    if (auto *Location = dyn_cast_or_null<DILocation>(MD))
      return getNew(Location).get();
    return MD;
  });
  for (DbgRecord &Each : make_early_inc_range(I.getDbgRecordRange())) {
    auto *Record = dyn_cast<DbgVariableRecord>(&Each);
    if (!Record || Record->isDbgAssign()) {
      Each.eraseFromParent();
      continue;
    }
    if (any_of(Record->location_ops(), [&](Value *V) {
          return (isa<Instruction, Argument>(V)) && !Map.count(V);
        }))
      Record->setKillLocation();
    if (!Record->getDebugLoc()->getInlinedAt())
      Record->setVariable(getNew(*Record->getVariable()));
    Record->setDebugLoc(getNew(Record->getDebugLoc()));
  }
}

void DebugInfoCopy::run(const ValueToValueMapTy &Map) {
  unsigned Line = getLocation(*R.Entry, OldScope)->getLine();
  NewScope = B.createFunction(
      OldScope.getUnit(), New.getName(), /*LinkageName=*/"", OldScope.getFile(),
      Line, OldScope.getType(), Line, DINode::FlagPrototyped,
      DISubprogram::SPFlagDefinition | DISubprogram::SPFlagOptimized |
          DISubprogram::SPFlagLocalToUnit);
  New.setSubprogram(NewScope);
  for (Instruction &I : instructions(New))
    convert(I, Map);
  copyArguments();
  B.finalizeSubprogram(NewScope);
}

/// Makes the function.
void Outliner::outline(Region &R) {
  SmallVector<Type *, MostWords> Types;
  for (Value *V : R.Arguments)
    Types.push_back(V->getType());
  Function *New =
      Function::Create(FunctionType::get(F.getReturnType(), Types, false),
                       GlobalValue::InternalLinkage, F.getAddressSpace(),
                       F.getName() + ".panics");
  F.getParent()->getFunctionList().insertAfter(F.getIterator(), New);
  New->setAttributes(getAttributes(F, R));
  New->setCallingConv(F.getCallingConv());
  New->setPersonalityFn(F.getPersonalityFn());
  New->setComdat(F.getComdat());
  R.Outlined = New;

  ValueToValueMapTy Map;
  SmallVector<BasicBlock *, 8> Copies;
  for (BasicBlock *BB : R.Blocks) {
    BasicBlock *Copy = CloneBasicBlock(BB, Map, "", New);
    Map[BB] = Copy;
    Copies.push_back(Copy);
  }
  for (unsigned I = 0; I < R.Arguments.size(); I++) {
    New->getArg(I)->setName(R.Arguments[I]->getName());
    if (!isa<PoisonValue>(R.Arguments[I]))
      Map[R.Arguments[I]] = New->getArg(I);
  }
  while (auto *Phi = dyn_cast<PHINode>(&Copies.front()->front()))
    Phi->eraseFromParent();
  for (auto [BB, Copy] : zip(R.Blocks, Copies))
    for (PHINode &Phi : Copy->phis())
      Phi.removeIncomingValueIf(
          [&, &Phi = Phi](unsigned I) {
            return !R.Blocks.contains(Phi.getIncomingBlock(I));
          },
          /*DeletePHIIfEmpty=*/false);
  for (AllocaInst *Alloca : R.Allocas) {
    Instruction *Copy = Alloca->clone();
    Copy->setName(Alloca->getName());
    Copy->insertInto(Copies.front(), Copies.front()->begin());
    Map[Alloca] = Copy;
  }
  if (F.getSubprogram())
    DebugInfoCopy(F, R).run(Map);
  remapInstructionsInBlocks(Copies, Map);
  for (BasicBlock *Copy : Copies)
    if (Copy->getSinglePredecessor())
      FoldSingleEntryPHINodes(Copy);
}

/// Ends the region's block with a call of the function.
void Outliner::callOutlined(Region &R) {
  BasicBlock *Entry = R.Entry;
  DebugLoc Location;
  if (DISubprogram *Scope = F.getSubprogram())
    Location = getLocation(*Entry, *Scope);
  for (BasicBlock *Next : successors(Entry))
    Next->removePredecessor(Entry, /*KeepOneInputPHIs=*/true);
  for (Instruction &I : make_early_inc_range(reverse(*Entry))) {
    if (isa<PHINode>(I))
      break;
    if (!I.use_empty())
      I.replaceAllUsesWith(PoisonValue::get(I.getType()));
    I.dropDbgRecords();
    I.eraseFromParent();
  }
  CallInst *Call = CallInst::Create(R.Outlined, R.Arguments, "", Entry);
  Call->setCallingConv(F.getCallingConv());
  Call->setAttributes(
      R.Outlined->getAttributes().removeFnAttributes(F.getContext()));
  Call->addFnAttr(Attribute::Cold);
  Call->setTailCall();
  Instruction *Return = ReturnInst::Create(
      F.getContext(), F.getReturnType()->isVoidTy() ? nullptr : Call, Entry);
  for (Instruction *I : {cast<Instruction>(Call), Return})
    I->setDebugLoc(Location);

  // It would count as what is not often called, and has been what is never
  // executed.
  for (BasicBlock *Before : predecessors(Entry)) {
    auto *Branch = dyn_cast<BranchInst>(Before->getTerminator());
    if (!Branch || !Branch->isConditional() ||
        Branch->hasMetadata(LLVMContext::MD_prof))
      continue;
    uint32_t Weights[2] = {(1u << 20) - 1, (1u << 20) - 1};
    Weights[Branch->getSuccessor(0) != Entry] = 1;
    Branch->setMetadata(LLVMContext::MD_prof,
                        MDBuilder(F.getContext()).createBranchWeights(Weights));
  }
}

PreservedAnalyses DeferOutlinePanicsPass::run(Module &M,
                                              ModuleAnalysisManager &) {
  SmallVector<Function *, 8> Functions;
  for (Function &F : M)
    if (RuntimeABI::hasPersonality(F))
      Functions.push_back(&F);
  bool Changed = false;
  for (Function *F : Functions)
    Changed |= Outliner(*F, ShrinkWraps).run();
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace defer
