//===-- SplitInvokes.cpp - What a call brings, in a block of its own ------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SplitInvokes.h"

#include "Transforms/RuntimeABI.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/CodeGen/MachineDominators.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/MachineLoopInfo.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace defer {

char SplitInvokesPass::ID;

void SplitInvokesPass::getAnalysisUsage(AnalysisUsage &AU) const {
  // Functions that do not defer would pay for computing them again.
  AU.addPreserved<MachineDominatorTreeWrapperPass>();
  AU.addPreserved<MachineLoopInfoWrapperPass>();
  MachineFunctionPass::getAnalysisUsage(AU);
}

namespace {

/// Where the call of a block is over: its frame is gone, and its range ends.
struct CallEnd {
  MachineInstr *FrameDestroy, *Label;

  MachineBasicBlock::iterator behind() const {
    return std::next(MachineBasicBlock::iterator(FrameDestroy));
  }
};

} // namespace

/// The end of the call that may unwind from \p MBB, if it is as LLVM's
/// instruction selection builds it.
static std::optional<CallEnd> findCallEnd(MachineBasicBlock &MBB) {
  const MachineFunction &MF = *MBB.getParent();
  unsigned Destroy =
      MF.getSubtarget().getInstrInfo()->getCallFrameDestroyOpcode();
  MachineInstr *Label = nullptr;
  for (MachineInstr &MI : reverse(MBB)) {
    if (!Label) {
      if (MI.isCall())
        return std::nullopt;
      if (MI.isEHLabel())
        Label = &MI;
    } else if (MI.getOpcode() == Destroy) {
      return CallEnd{&MI, Label};
    } else if (MI.isCall() || MI.isEHLabel()) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// The physical registers that the instructions of \p MBB behind \p End read
/// before they write them, or none if they may not live across an edge.
static std::optional<SmallVector<MCRegister, 4>>
findReturnedRegisters(MachineBasicBlock &MBB, const CallEnd &End) {
  const MachineRegisterInfo &MRI = MBB.getParent()->getRegInfo();
  const TargetRegisterInfo &TRI = *MRI.getTargetRegisterInfo();
  SmallVector<MCRegister, 4> Read, Written;
  for (MachineInstr &MI : make_range(End.behind(), MBB.end())) {
    if (MI.isDebugInstr())
      continue;
    for (const MachineOperand &MO : MI.operands()) {
      if (!MO.isReg() || !MO.getReg().isPhysical() || !MO.readsReg())
        continue;
      MCRegister Reg = MO.getReg().asMCReg();
      if (MRI.isReserved(Reg) || is_contained(Read, Reg) ||
          any_of(Written,
                 [&](MCRegister W) { return TRI.regsOverlap(W, Reg); }))
        continue;
      // An edge to a pad and one to a block that has the x87's stack filled
      // cannot leave from one place.
      StringRef Class = TRI.getRegClassName(TRI.getMinimalPhysRegClass(Reg));
      if (Class.starts_with("RFP") || Class.starts_with("RST"))
        return std::nullopt;
      Read.push_back(Reg);
    }
    for (const MachineOperand &MO : MI.operands())
      if (MO.isReg() && MO.isDef() && MO.getReg().isPhysical())
        Written.push_back(MO.getReg().asMCReg());
  }
  return Read;
}

/// Where what stands behind \p Last in \p MBB can be executed as well: the
/// block that comes next, or a new one.
static MachineBasicBlock *moveBehind(MachineBasicBlock &MBB, MachineInstr *Last,
                                     MachineLoopInfo *Loops) {
  SmallVector<MachineBasicBlock *, 1> Pads, Others;
  for (MachineBasicBlock *Successor : MBB.successors())
    (Successor->isEHPad() ? Pads : Others).push_back(Successor);
  if (Others.size() == 1 && Others.front()->pred_size() == 1) {
    MachineBasicBlock *Next = Others.front();
    Next->splice(Next->begin(), &MBB,
                 std::next(MachineBasicBlock::iterator(Last)),
                 MBB.getFirstTerminator());
    return Next;
  }
  MachineBasicBlock *New = MBB.splitAt(*Last, /*UpdateLiveIns=*/false);
  for (MachineBasicBlock *Pad : Pads) {
    New->removeSuccessor(Pad, /*NormalizeSuccProbs=*/true);
    MBB.addSuccessor(Pad, BranchProbability::getZero());
  }
  if (MachineLoop *Loop = Loops ? Loops->getLoopFor(&MBB) : nullptr)
    Loop->addBasicBlockToLoop(New, *Loops);
  return New;
}

static bool splitBehindCall(MachineBasicBlock &MBB, MachineLoopInfo *Loops) {
  std::optional<CallEnd> End = findCallEnd(MBB);
  if (!End)
    return false;
  // Nothing to gain without a value.
  if (none_of(make_range(End->behind(), MBB.end()), [](const MachineInstr &MI) {
        return MI.getNumExplicitDefs() && !MI.isDebugInstr();
      }))
    return false;
  std::optional<SmallVector<MCRegister, 4>> Returned =
      findReturnedRegisters(MBB, *End);
  if (!Returned)
    return false;
  // The call's range ends where the block does.
  MBB.splice(End->behind(), &MBB, End->Label->getIterator());
  MachineBasicBlock *Behind = moveBehind(MBB, End->Label, Loops);
  for (MCRegister Reg : *Returned)
    Behind->addLiveIn(Reg);
  Behind->sortUniqueLiveIns();
  return true;
}

/// Where a call that may unwind from \p MBB never returns to, if LLVM has a
/// block for that.
static MachineBasicBlock *findDeadEnd(const MachineBasicBlock &MBB) {
  MachineBasicBlock *End = nullptr;
  for (MachineBasicBlock *Successor : MBB.successors()) {
    if (Successor->isEHPad())
      continue;
    if (End || !Successor->succ_empty() || Successor->hasAddressTaken() ||
        Successor->getFirstNonDebugInstr() != Successor->end())
      return nullptr;
    End = Successor;
  }
  return End;
}

/// Whether \p MF returns on a way without a call, for which it may need no
/// frame.
static bool mayDoWithoutFrame(MachineFunction &MF) {
  SmallSetVector<MachineBasicBlock *, 8> Seen;
  Seen.insert(&MF.front());
  for (unsigned I = 0; I != Seen.size(); ++I) {
    MachineBasicBlock *MBB = Seen[I];
    if (any_of(*MBB, [](const MachineInstr &MI) {
          return MI.isCall() && !MI.isReturn();
        }))
      continue;
    if (MBB->isReturnBlock())
      return true;
    Seen.insert(MBB->succ_begin(), MBB->succ_end());
  }
  return false;
}

static bool dropDeadEnds(MachineFunction &MF) {
  if (!mayDoWithoutFrame(MF))
    return false;
  const TargetInstrInfo &TII = *MF.getSubtarget().getInstrInfo();
  SmallSetVector<MachineBasicBlock *, 4> Ends;
  for (MachineBasicBlock &MBB : MF)
    if (MBB.hasEHPadSuccessor())
      if (MachineBasicBlock *End = findDeadEnd(MBB)) {
        TII.removeBranch(MBB);
        MBB.removeSuccessor(End);
        Ends.insert(End);
      }
  for (MachineBasicBlock *End : Ends)
    if (End->pred_empty())
      End->eraseFromParent();
  return !Ends.empty();
}

bool SplitInvokesPass::runOnMachineFunction(MachineFunction &MF) {
  const Function &F = MF.getFunction();
  if (!RuntimeABI::hasPersonality(F) || F.hasOptNone())
    return false;
  auto *Loops = getAnalysisIfAvailable<MachineLoopInfoWrapperPass>();
  bool Changed = false;
  for (MachineBasicBlock &MBB : MF)
    if (MBB.hasEHPadSuccessor())
      Changed |= splitBehindCall(MBB, Loops ? &Loops->getLI() : nullptr);
  Changed |= dropDeadEnds(MF);
  if (auto *Dominators =
          getAnalysisIfAvailable<MachineDominatorTreeWrapperPass>();
      Dominators && Changed)
    Dominators->getDomTree().recalculate(MF);
  return Changed;
}

} // namespace defer
