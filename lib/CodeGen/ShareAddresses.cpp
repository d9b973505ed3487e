//===-- ShareAddresses.cpp - An address computed once ---------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ShareAddresses.h"

#include "Transforms/RuntimeABI.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/CodeGen/LiveVariables.h"
#include "llvm/CodeGen/MachineDominators.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/CodeGen/TargetFrameLowering.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace defer {

char ShareAddressesPass::ID;

void ShareAddressesPass::getAnalysisUsage(AnalysisUsage &AU) const {
  AU.addRequired<LiveVariablesWrapperPass>();
  AU.addRequired<MachineDominatorTreeWrapperPass>();
  // No block comes or goes, and what is live is kept up to date.
  AU.setPreservesAll();
  MachineFunctionPass::getAnalysisUsage(AU);
}

/// Bytes of code on x86-64. Other machines, if they have such instructions at
/// all, are not far from it.
enum : int {
  ComputeSize = 7,
  CopySize = 3,
  SaveSize = 4,  // push and pop
  AlignSize = 5, // of a stack that holds nothing else
};

/// To share two saves a byte, which is not worth the copy.
static constexpr unsigned MinComputations = 3;

namespace {

/// A computation in a line of blocks.
struct Computation {
  MachineInstr *MI;
  size_t CallsBefore; ///< In all lines up to it.

  Register reg() const { return MI->getOperand(0).getReg(); }
};

/// Computations that are the same. The first dominates the others.
using Group = SmallVector<Computation, 4>;

class AddressSharer {
  MachineFunction &MF;
  MachineRegisterInfo &MRI;
  const TargetInstrInfo &TII;
  const TargetRegisterInfo &TRI;
  LiveVariables &Live;
  const MachineDominatorTree &Dominators;

  /// What executes when nothing unwinds.
  SmallPtrSet<const MachineBasicBlock *, 16> Hot;
  SmallVector<MCRegister, 8> CalleeSaved;
  std::vector<Group> Groups;
  /// The calls of all lines.
  std::vector<const MachineInstr *> Calls;
  /// How many values live across each that have a callee-saved register.
  std::vector<unsigned> LiveAcross;

public:
  AddressSharer(MachineFunction &MF, LiveVariables &Live,
                const MachineDominatorTree &Dominators);
  bool run();

private:
  void findHotBlocks();
  MachineBasicBlock *nextInLine(const MachineBasicBlock &MBB) const;
  bool isComputation(const MachineInstr &MI) const;
  void findGroups();
  void addLine(MachineBasicBlock *MBB);
  bool mayBeCalleeSaved(const TargetRegisterClass &Class) const;
  void countLiveAcross();
  int gainOf(const Group &G) const;
  int frameSize(unsigned Registers) const;
  void chooseGroups();
  void share(const Group &G);
};

} // namespace

AddressSharer::AddressSharer(MachineFunction &MF, LiveVariables &Live,
                             const MachineDominatorTree &Dominators)
    : MF(MF), MRI(MF.getRegInfo()), TII(*MF.getSubtarget().getInstrInfo()),
      TRI(*MF.getSubtarget().getRegisterInfo()), Live(Live),
      Dominators(Dominators) {
  for (const MCPhysReg *Reg = MRI.getCalleeSavedRegs(); Reg && *Reg; ++Reg)
    if (!MRI.isReserved(*Reg))
      CalleeSaved.push_back(*Reg);
}

void AddressSharer::findHotBlocks() {
  SmallVector<const MachineBasicBlock *, 16> Work{&MF.front()};
  while (!Work.empty()) {
    const MachineBasicBlock *MBB = Work.pop_back_val();
    if (!MBB->isEHPad() && Hot.insert(MBB).second)
      Work.append(MBB->succ_begin(), MBB->succ_end());
  }
}

/// The block that would be one with \p MBB if there were no pads.
MachineBasicBlock *
AddressSharer::nextInLine(const MachineBasicBlock &MBB) const {
  MachineBasicBlock *Next = nullptr;
  for (MachineBasicBlock *Successor : MBB.successors()) {
    if (Successor->isEHPad())
      continue;
    if (Next)
      return nullptr;
    Next = Successor;
  }
  if (!Next || Next == &MF.front() ||
      count_if(Next->predecessors(), [&](const MachineBasicBlock *Pred) {
        return Hot.contains(Pred);
      }) != 1)
    return nullptr;
  return Next;
}

/// Whether \p MI computes the same wherever it stands, and a copy of it stays
/// one: what is as cheap as that the register coalescer puts in place of it.
bool AddressSharer::isComputation(const MachineInstr &MI) const {
  bool SawStore = true;
  if (MI.isCopyLike() || MI.getNumOperands() == 0 || MI.mayLoad() ||
      !MI.isSafeToMove(SawStore) || MI.isConvergent() ||
      TII.isAsCheapAsAMove(MI))
    return false;
  const MachineOperand &Result = MI.getOperand(0);
  if (!Result.isReg() || !Result.isDef() || !Result.getReg().isVirtual() ||
      Result.getSubReg())
    return false;
  return all_of(drop_begin(MI.operands()), [&](const MachineOperand &MO) {
    // The address of what is on the stack is hardly longer than a copy.
    if (!MO.isReg())
      return !MO.isFI();
    return !MO.getReg() || (MO.isUse() && MO.getReg().isPhysical() &&
                            MRI.isConstantPhysReg(MO.getReg().asMCReg()));
  });
}

/// Adds the computations and calls of the line that begins with \p MBB.
void AddressSharer::addLine(MachineBasicBlock *MBB) {
  // A pad may go back to behind the first of a group, which then does not
  // dominate what comes: another group begins.
  MapVector<MachineInstr *, SmallVector<Group, 1>,
            DenseMap<MachineInstr *, unsigned, MachineInstrExpressionTrait>>
      Same;
  for (; MBB; MBB = nextInLine(*MBB)) {
    for (MachineInstr &MI : *MBB) {
      if (MI.isCall())
        Calls.push_back(&MI);
      if (!isComputation(MI))
        continue;
      SmallVector<Group, 1> &Known = Same[&MI];
      if (Known.empty() || !Dominators.dominates(Known.back().front().MI, &MI))
        Known.emplace_back();
      Known.back().push_back({&MI, Calls.size()});
    }
  }
  for (auto &[MI, Known] : Same)
    for (Group &G : Known)
      if (G.size() >= MinComputations)
        Groups.push_back(std::move(G));
}

void AddressSharer::findGroups() {
  SmallPtrSet<const MachineBasicBlock *, 16> Continued;
  for (const MachineBasicBlock *MBB : Hot)
    if (const MachineBasicBlock *Next = nextInLine(*MBB))
      Continued.insert(Next);
  for (MachineBasicBlock &MBB : MF)
    if (Hot.contains(&MBB) && !Continued.contains(&MBB))
      addLine(&MBB);
}

bool AddressSharer::mayBeCalleeSaved(const TargetRegisterClass &Class) const {
  return any_of(CalleeSaved, [&](MCRegister Saved) {
    return any_of(TRI.subregs_inclusive(Saved),
                  [&](MCPhysReg Reg) { return Class.contains(Reg); });
  });
}

void AddressSharer::countLiveAcross() {
  SmallVector<unsigned> LiveIn(MF.getNumBlockIDs());
  DenseMap<const MachineInstr *, unsigned> Killed, Defined;
  DenseMap<const TargetRegisterClass *, bool> MayBeCalleeSaved;
  for (unsigned I = 0, E = MRI.getNumVirtRegs(); I != E; ++I) {
    Register Reg = Register::index2VirtReg(I);
    const MachineInstr *Def = MRI.getUniqueVRegDef(Reg);
    // What is cheap is computed again where it is copied.
    if (!Def ||
        (TII.isAsCheapAsAMove(*Def) && TII.isTriviallyReMaterializable(*Def)))
      continue;
    const TargetRegisterClass *Class = MRI.getRegClass(Reg);
    auto [It, New] = MayBeCalleeSaved.try_emplace(Class);
    if (New)
      It->second = mayBeCalleeSaved(*Class);
    if (!It->second)
      continue;
    const LiveVariables::VarInfo &Info = Live.getVarInfo(Reg);
    if (is_contained(Info.Kills, Def))
      continue; // Nobody reads it.
    ++Defined[Def];
    for (unsigned Block : Info.AliveBlocks)
      ++LiveIn[Block];
    for (const MachineInstr *Kill : Info.Kills) {
      ++Killed[Kill];
      if (Kill->getParent() != Def->getParent())
        ++LiveIn[Kill->getParent()->getNumber()];
    }
  }
  const MachineBasicBlock *MBB = nullptr;
  MachineBasicBlock::const_instr_iterator MI;
  unsigned Values = 0;
  for (const MachineInstr *Call : Calls) {
    if (Call->getParent() != MBB) {
      MBB = Call->getParent();
      MI = MBB->instr_begin();
      Values = LiveIn[MBB->getNumber()];
    }
    for (; &*MI != Call; ++MI)
      Values += Defined.lookup(&*MI) - Killed.lookup(&*MI);
    LiveAcross.push_back(Values - Killed.lookup(Call));
    Values += Defined.lookup(Call) - Killed.lookup(Call);
    ++MI;
  }
}

/// How many bytes shorter \p G makes the code, without the register's save.
int AddressSharer::gainOf(const Group &G) const {
  // What has more users than one is copied for them already.
  unsigned Copies = count_if(
      G, [&](const Computation &C) { return MRI.hasOneNonDBGUse(C.reg()); });
  return ComputeSize * (static_cast<int>(G.size()) - 1) -
         CopySize * static_cast<int>(Copies);
}

/// The bytes that it takes to save \p Registers for the caller.
int AddressSharer::frameSize(unsigned Registers) const {
  int Size = SaveSize * Registers;
  // With the return address the stack is aligned every second time.
  bool HasFP = MF.getSubtarget().getFrameLowering()->hasFP(MF);
  if (MF.getFrameInfo().getObjectIndexEnd() == 0 &&
      (Registers + HasFP) % 2 == 0)
    Size += AlignSize;
  return Size;
}

/// Leaves the groups that make the code shorter together.
void AddressSharer::chooseGroups() {
  // By what they gain, then as they stand in the function.
  SmallVector<std::pair<int, size_t>, 8> Order;
  for (auto [I, G] : enumerate(Groups))
    Order.push_back({-gainOf(G), I});
  sort(Order);
  unsigned Registers = LiveAcross.empty() ? 0 : *max_element(LiveAcross);
  int Total = -frameSize(Registers), BestTotal = Total;
  size_t Best = 0;
  std::vector<Group> Chosen;
  for (auto [Loss, I] : Order) {
    Group &G = Groups[I];
    auto Across = make_range(LiveAcross.begin() + G.front().CallsBefore,
                             LiveAcross.begin() + G.back().CallsBefore);
    unsigned Needed = Registers;
    for (unsigned Values : Across)
      Needed = std::max(Needed, Values + 1);
    // Without a register it is computed again, or another value is in memory.
    const TargetRegisterClass *Class = MRI.getRegClass(G.front().reg());
    if (Across.empty() || Needed > count_if(CalleeSaved, [&](MCRegister Reg) {
                            return Class->contains(Reg);
                          }))
      continue;
    for (unsigned &Values : Across)
      ++Values;
    Total += frameSize(Registers) - Loss - frameSize(Needed);
    Registers = Needed;
    Chosen.push_back(std::move(G));
    // With two of them the stack may be aligned where with one it is not.
    if (Total > BestTotal) {
      BestTotal = Total;
      Best = Chosen.size();
    }
  }
  Chosen.resize(Best);
  Groups = std::move(Chosen);
}

void AddressSharer::share(const Group &G) {
  MachineInstr &First = *G.front().MI;
  Register Reg = G.front().reg();
  for (const Computation &C : drop_begin(G)) {
    if (!MRI.constrainRegClass(Reg, MRI.getRegClass(C.reg())))
      continue;
    First.setFlags(First.getFlags() & C.MI->getFlags());
    MF.substituteDebugValuesForInst(*C.MI, First);
    Register Replaced = C.reg();
    C.MI->eraseFromParent();
    MRI.replaceRegWith(Replaced, Reg);
    // It is live nowhere now.
    Live.getVarInfo(Replaced) = LiveVariables::VarInfo();
  }
  Live.recomputeForSingleDefVirtReg(Reg);
}

bool AddressSharer::run() {
  findHotBlocks();
  findGroups();
  if (Groups.empty())
    return false;
  countLiveAcross();
  chooseGroups();
  for (const Group &G : Groups)
    share(G);
  return !Groups.empty();
}

bool ShareAddressesPass::runOnMachineFunction(MachineFunction &MF) {
  const Function &F = MF.getFunction();
  if (!RuntimeABI::hasPersonality(F) || F.hasOptNone())
    return false;
  return AddressSharer(
             MF, getAnalysis<LiveVariablesWrapperPass>().getLV(),
             getAnalysis<MachineDominatorTreeWrapperPass>().getDomTree())
      .run();
}

} // namespace defer
