//===-- FoldPads.cpp - Landing pads that are no code ----------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FoldPads.h"

#include "PadReader.h"
#include "Transforms/RuntimeABI.h"
#include "X86.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/CodeGen/MachineDominators.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineLoopInfo.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetRegisterInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCContext.h"

using namespace llvm;

namespace defer {

char FoldPadsPass::ID;

void FoldPadsPass::getAnalysisUsage(AnalysisUsage &AU) const {
  // Functions that do not defer would pay for computing them again.
  AU.setPreservesAll();
  MachineFunctionPass::getAnalysisUsage(AU);
}

using BlockSet = SmallPtrSet<MachineBasicBlock *, 8>;

BlockSet findPadBlocks(MachineFunction &MF) {
  BlockSet Blocks;
  SmallVector<MachineBasicBlock *, 8> Worklist;
  for (MachineBasicBlock &MBB : MF)
    if (MBB.isEHPad()) {
      Blocks.insert(&MBB);
      Worklist.push_back(&MBB);
    }
  DenseMap<MachineBasicBlock *, unsigned> Ways; // from such blocks
  while (!Worklist.empty())
    for (MachineBasicBlock *Next : Worklist.pop_back_val()->successors())
      if (++Ways[Next] == Next->pred_size() && Blocks.insert(Next).second)
        Worklist.push_back(Next);
  return Blocks;
}

/// The register of the machine with DWARF's number \p Number.
static MCRegister getRegister(const TargetRegisterInfo &TRI, unsigned Number) {
  return *TRI.getLLVMRegNum(Number, /*isEH=*/true);
}

/// The call of \p MBB that may unwind reads \p Registers: the run-time does, in
/// its place.
static void addUses(MachineBasicBlock &MBB, ArrayRef<unsigned> Registers) {
  MachineFunction &MF = *MBB.getParent();
  const TargetRegisterInfo &TRI = *MF.getSubtarget().getRegisterInfo();
  for (MachineInstr &MI : reverse(MBB)) {
    if (!MI.isCall())
      continue;
    for (unsigned Number : Registers) {
      MCRegister Register = getRegister(TRI, Number);
      if (!MI.readsRegister(Register, &TRI))
        MI.addOperand(MF, MachineOperand::CreateReg(Register, /*isDef=*/false,
                                                    /*isImp=*/true));
    }
    return;
  }
}

/// Puts a new label before \p I in \p MBB.
static MCSymbol *addLabel(MachineBasicBlock &MBB,
                          MachineBasicBlock::iterator I) {
  MachineFunction &MF = *MBB.getParent();
  MCSymbol *Label = MF.getContext().createTempSymbol();
  const TargetInstrInfo &TII = *MF.getSubtarget().getInstrInfo();
  BuildMI(MBB, I, DebugLoc(), TII.get(TargetOpcode::EH_LABEL)).addSym(Label);
  return Label;
}

/// Where the unwinder is to go for a pad that goes on with \p MBB.
static MCSymbol *getLabel(MachineBasicBlock &MBB) {
  if (MBB.isEHPad() && !MBB.empty() && MBB.front().isEHLabel())
    return MBB.front().getOperand(0).getMCSymbol();
  MCSymbol *Label = addLabel(MBB, MBB.begin());
  MBB.setIsEHPad();
  return Label;
}

/// Makes an edge for the way from a range in \p MBB to \p Next. Machine code
/// may have one landing pad for a block; what comes behind this pass asks no
/// more than that a block is reached.
static void addWay(MachineBasicBlock &MBB, MachineBasicBlock &Next) {
  if (Next.pred_empty() || !MBB.hasEHPadSuccessor())
    if (!MBB.isSuccessor(&Next))
      MBB.addSuccessor(&Next, BranchProbability::getZero());
}

/// The same from the range at the beginning of \p Place: from a block of its
/// own, for the frame is no more at the end of one that returns.
static void addWayFromPlace(MachineBasicBlock &Place, MachineBasicBlock &Next) {
  MachineBasicBlock::iterator Last = Place.begin();
  while (std::next(Last) != Place.end() && std::next(Last)->isEHLabel())
    ++Last;
  Place.splitAt(*Last);
  Place.addSuccessor(&Next, BranchProbability::getZero());
}

/// Has \p Info say what \p Description does.
static void describe(LandingPadInfo &Info, const PadDescription &Description,
                     MachineFunction &MF) {
  Info.LandingPadBlock = Description.Next;
  Info.LandingPadLabel = getLabel(*Description.Next);
  SmallVector<unsigned, 16> Codes = Description.Codes;
  unsigned Type = MF.getTypeIDFor(Description.Table);
  if (Type != 1) {
    if (Codes.empty())
      Codes.push_back(PadCode::Run);
    Codes.insert(Codes.begin(), {PadCode::Table, Type});
  }
  Info.TypeIds.clear();
  // What many pads have in common comes first: its record is written once.
  if (!Codes.empty())
    Info.TypeIds.push_back(MF.getFilterIDFor(Codes));
  if (Codes.empty() || Description.FirstStep)
    Info.TypeIds.push_back(Description.FirstStep + 1);
}

/// Adds a range without a call before \p I in \p MBB, which has the pad that
/// \p Description is of. \p Key is a block that is no landing pad: what is
/// noted for it is not merged with other ranges.
static void addRange(MachineBasicBlock &MBB, MachineBasicBlock::iterator I,
                     MachineBasicBlock &Key,
                     const PadDescription &Description) {
  MachineFunction &MF = *MBB.getParent();
  MCSymbol *Begin = addLabel(MBB, I), *End = addLabel(MBB, I);
  MF.addInvoke(&Key, Begin, End);
  describe(MF.getOrCreateLandingPadInfo(&Key), Description, MF);
}

/// Whether \p BB ends with a call that does not return.
static bool neverReturns(const BasicBlock &BB) {
  const Instruction *End = BB.getTerminator();
  if (auto *Invoke = dyn_cast<InvokeInst>(End))
    End = &*Invoke->getNormalDest()->getFirstNonPHIOrDbg();
  return isa<UnreachableInst>(End);
}

bool isWorthSplitting(const MachineFunction &MF) {
  bool AreFolded = any_of(MF.getLandingPads(), [](const LandingPadInfo &Info) {
    return !Info.TypeIds.empty();
  });
  if (!AreFolded)
    return true;
  // Not for about what it takes to go there, and for one more entry in tables.
  constexpr unsigned Few = 4;
  unsigned Count = 0;
  for (const MachineBasicBlock &MBB : MF)
    if (MBB.getBasicBlock() && neverReturns(*MBB.getBasicBlock()))
      Count += count_if(MBB, [](const MachineInstr &MI) {
        return !MI.isPosition() && !MI.isMetaInstruction();
      });
  return Count > Few;
}

/// Begins the table of \p MF with a range that is empty, if the function may be
/// split. LLVM aligns a part's table only behind one that has an entry, and GNU
/// ld (2.40) takes the address of one that is not aligned for none, if it is in
/// a certain place.
static void markBegin(MachineFunction &MF, const PadDescription &Description) {
  std::optional<Function::ProfileCount> Count =
      MF.getFunction().getEntryCount(/*AllowSynthetic=*/true);
  if (!Count || (Count->isSynthetic() && !isWorthSplitting(MF)))
    return;
  MachineBasicBlock &Entry = MF.front();
  addRange(Entry, Entry.begin(), Entry, Description);
}

/// Whether a frame of \p MF can be entered in the way of lib/Runtime/pad.c.
static bool canFold(const MachineFunction &MF) {
  const Function &F = MF.getFunction();
  // What refers to the panic table is in none of the groups of sections that
  // linkers keep one of.
  if (!isX86_64(MF) || F.hasOptNone() || F.hasComdat())
    return false;
  const Module &M = *F.getParent();
  return !M.getModuleFlag("cf-protection-return") &&
         !M.getModuleFlag("cf-protection-branch");
}

/// What the pads of \p MF do, or nothing if one of them cannot be described.
static MapVector<MachineBasicBlock *, PadDescription>
readPads(MachineFunction &MF, const BlockSet &PadBlocks) {
  SmallVector<MachineBasicBlock *, 8> Pads;
  for (MachineBasicBlock &MBB : MF)
    if (MBB.isEHPad())
      Pads.push_back(&MBB);
  PadReader Reader(MF, PadBlocks);
  MapVector<MachineBasicBlock *, PadDescription> Descriptions;
  DenseMap<MachineBasicBlock *, MachineBasicBlock *> Outer;
  for (MachineBasicBlock *Pad : Pads) {
    std::optional<PadDescription> Description = Reader.read(*Pad);
    // One place has one outer pad.
    if (!Description ||
        (Description->Next &&
         Outer.insert({Description->Next, Description->Outer}).first->second !=
             Description->Outer))
      return {};
    Descriptions.insert({Pad, std::move(*Description)});
  }
  // What was inlined is in something that was not.
  for (MachineBasicBlock *Pad : Pads) {
    MachineBasicBlock *Each = Pad;
    for (size_t I = 0; I != Pads.size() && Each; ++I)
      Each = Descriptions[Each].Outer;
    if (Each)
      return {};
  }
  return Descriptions;
}

/// Makes places for the pads that never go on: deferred calls run in a frame
/// that stands somewhere, and find the outer pad by where that is.
static void
addEnds(MachineFunction &MF,
        MapVector<MachineBasicBlock *, PadDescription> &Descriptions) {
  const TargetInstrInfo &TII = *MF.getSubtarget().getInstrInfo();
  DenseMap<MachineBasicBlock *, MachineBasicBlock *> Ends; // by outer pad
  for (auto &[Pad, Description] : Descriptions) {
    if (Description.Next)
      continue;
    MachineBasicBlock *&End = Ends[Description.Outer];
    if (!End) {
      End = MF.CreateMachineBasicBlock();
      MF.push_back(End);
      BuildMI(End, DebugLoc(), TII.get(getX86Opcode(TII, "INT3")));
    }
    Description.Next = End;
  }
}

/// Removes jumps to pads: behind a call that does not return LLVM's branch
/// folder makes one of an edge that is the only one.
static bool removeJumpsToPads(MachineFunction &MF) {
  const TargetInstrInfo &TII = *MF.getSubtarget().getInstrInfo();
  bool Changed = false;
  for (MachineBasicBlock &MBB : MF)
    if (any_of(MBB.terminators(), [](const MachineInstr &MI) {
          return any_of(MI.operands(), [](const MachineOperand &MO) {
            return MO.isMBB() && MO.getMBB()->isEHPad();
          });
        }))
      Changed |= TII.removeBranch(MBB) != 0;
  return Changed;
}

bool FoldPadsPass::runOnMachineFunction(MachineFunction &MF) {
  const Function &F = MF.getFunction();
  if (!RuntimeABI::hasPersonality(F))
    return false;
  bool Changed = removeJumpsToPads(MF);
  if (!canFold(MF) || !MF.getTypeInfos().empty() || !MF.getFilterIds().empty())
    return Changed;
  BlockSet PadBlocks = findPadBlocks(MF);
  MapVector<MachineBasicBlock *, PadDescription> Descriptions =
      readPads(MF, PadBlocks);
  if (Descriptions.empty())
    return Changed;
  addEnds(MF, Descriptions);

  SmallVector<MachineBasicBlock *, 8> Pads;
  for (auto &[Pad, Description] : Descriptions)
    Pads.push_back(Pad);
  // A shorter description may be the end of a longer one that is there already.
  sort(Pads, [&](MachineBasicBlock *A, MachineBasicBlock *B) {
    size_t SizeA = Descriptions[A].Codes.size();
    size_t SizeB = Descriptions[B].Codes.size();
    return SizeA != SizeB ? SizeA > SizeB : A->getNumber() < B->getNumber();
  });
  for (MachineBasicBlock *Pad : Pads)
    describe(MF.getOrCreateLandingPadInfo(Pad), Descriptions[Pad], MF);
  SmallPtrSet<MachineBasicBlock *, 4> Marked;
  for (auto &[Pad, Description] : Descriptions)
    if (Description.Outer && Marked.insert(Description.Next).second)
      // Behind the place's own label.
      addRange(*Description.Next, std::next(Description.Next->begin()), *Pad,
               Descriptions[Description.Outer]);

  SmallVector<std::pair<MachineBasicBlock *, MachineBasicBlock *>, 8> Ways;
  for (MachineBasicBlock *Pad : Pads)
    for (MachineBasicBlock *MBB : Pad->predecessors())
      if (!PadBlocks.contains(MBB))
        Ways.push_back({MBB, Pad});
  for (auto &[MBB, Pad] : Ways)
    MBB->removeSuccessor(Pad);
  for (MachineBasicBlock *Pad : Pads)
    PadBlocks.erase(Descriptions[Pad].Next);
  for (MachineBasicBlock *MBB : PadBlocks)
    while (!MBB->succ_empty())
      MBB->removeSuccessor(MBB->succ_begin());
  for (MachineBasicBlock *MBB : PadBlocks) {
    // What is known of a call is not with the block.
    for (const MachineInstr &MI : MBB->instrs())
      if (MI.shouldUpdateAdditionalCallInfo())
        MF.eraseAdditionalCallInfo(&MI);
    MBB->eraseFromParent();
  }
  for (auto &[MBB, First] : Ways) {
    addWay(*MBB, *Descriptions[First].Next);
    for (MachineBasicBlock *Pad = First; Pad; Pad = Descriptions[Pad].Outer)
      addUses(*MBB, Descriptions[Pad].Registers);
  }
  for (MachineBasicBlock *Pad : Pads) {
    MachineBasicBlock *Outer = Descriptions[Pad].Outer;
    if (Outer && Descriptions[Outer].Next->pred_empty())
      addWayFromPlace(*Descriptions[Pad].Next, *Descriptions[Outer].Next);
  }
  markBegin(MF, Descriptions.front().second);

  auto *Dominators = getAnalysisIfAvailable<MachineDominatorTreeWrapperPass>();
  if (Dominators)
    Dominators->getDomTree().recalculate(MF);
  if (auto *Loops = getAnalysisIfAvailable<MachineLoopInfoWrapperPass>()) {
    Loops->getLI().releaseMemory();
    if (Dominators)
      Loops->getLI().analyze(Dominators->getDomTree());
  }
  return true;
}

} // namespace defer
