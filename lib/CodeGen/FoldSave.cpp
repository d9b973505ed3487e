//===-- FoldSave.cpp - Values where a register was saved ------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FoldSave.h"

#include "FoldPads.h"
#include "PadReader.h"
#include "Transforms/RuntimeABI.h"
#include "X86.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/CodeGen/TargetFrameLowering.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetLowering.h"
#include "llvm/CodeGen/TargetRegisterInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Function.h"
#include "llvm/MC/MCDwarf.h"

using namespace llvm;

namespace defer {

char FoldSavePass::ID;

void FoldSavePass::getAnalysisUsage(AnalysisUsage &AU) const {
  // Functions that do not defer would pay for computing them again.
  AU.setPreservesAll();
  MachineFunctionPass::getAnalysisUsage(AU);
}

namespace {

/// An instruction with the register, and what takes its place.
struct Access {
  MachineInstr *Old, *New;
};

class SaveFolder {
public:
  explicit SaveFolder(MachineFunction &MF);

  bool run();

private:
  bool isPartOf(Register R, MCRegister Whole) const {
    return R.isPhysical() && TRI.regsOverlap(R, Whole);
  }
  StringRef getName(const MachineInstr &MI) const {
    return TII.getName(MI.getOpcode());
  }
  unsigned getWidth(Register R) const { return getX86Width(TRI, R.asMCReg()); }
  MCRegister getWhole(MCRegister R) const;
  bool isMove(const MachineInstr &MI) const;

  bool findPush();
  bool scan();
  bool isEpilogue(const MachineInstr &Pop) const;
  bool touchesStack(const MachineInstr &MI) const;
  bool isForPads() const;
  bool hasCycle() const;

  bool foldAll();
  MachineInstr *fold(MachineInstr &MI);
  MachineInstrBuilder build(MachineInstr &MI, StringRef Name) const;
  MachineInstr *storeNumber(MachineInstr &MI) const;
  MachineInstr *move(MachineInstr &MI) const;
  MachineInstr *foldOperands(MachineInstr &MI,
                             ArrayRef<unsigned> Operands) const;
  void findPushed();
  bool findPopped(MachineInstr &Pop);
  bool isWorthIt() const;

  void commit();
  void replace(const Access &A);
  void refer(MachineInstr &Debug, MCRegister From);
  void referFrom(MCRegister Source);

  MachineFunction &MF;
  const TargetInstrInfo &TII;
  const TargetRegisterInfo &TRI;
  MCRegister SP, Saved;
  int Slot = 0;
  MachineInstr *Push = nullptr;
  SmallVector<MachineInstr *, 4> Pops, Descriptions, DebugUses;
  SmallVector<MachineInstr *, 16> Uses;
  SmallPtrSet<MachineBasicBlock *, 8> PadBlocks;
  SmallVector<Access, 16> Accesses;
  unsigned MostRead = 0, LeastWritten = 64; ///< Bits.

  MachineInstr *First = nullptr; ///< The move that the push does.
  struct Exit {
    MachineInstr *Pop, *Last; ///< The move that the pop does.
    MCRegister Popped;
  };
  SmallVector<Exit, 4> Exits;
};

} // namespace

SaveFolder::SaveFolder(MachineFunction &MF)
    : MF(MF), TII(*MF.getSubtarget().getInstrInfo()),
      TRI(*MF.getSubtarget().getRegisterInfo()),
      SP(MF.getSubtarget()
             .getTargetLowering()
             ->getStackPointerRegisterToSaveRestore()
             .asMCReg()) {}

/// The register of 64 bits that \p R is part of, or none.
MCRegister SaveFolder::getWhole(MCRegister R) const {
  for (MCPhysReg Super : TRI.superregs_inclusive(R))
    if (getWidth(Register(Super)) == 64)
      return Super;
  return MCRegister();
}

/// Whether \p MI moves 64 or 32 bits from one general register to another.
bool SaveFolder::isMove(const MachineInstr &MI) const {
  return getName(MI) == "MOV64rr" || getName(MI) == "MOV32rr";
}

static bool isNoCode(const MachineInstr &MI) {
  return MI.isMetaInstruction() || MI.isPosition();
}

/// Finds the push that is all the frame there is.
bool SaveFolder::findPush() {
  const MachineFrameInfo &MFI = MF.getFrameInfo();
  if (!MFI.isCalleeSavedInfoValid() || MFI.getCalleeSavedInfo().size() != 1 ||
      MFI.hasVarSizedObjects() || MFI.hasOpaqueSPAdjustment() ||
      MF.getSubtarget().getFrameLowering()->hasFP(MF) ||
      TRI.hasStackRealignment(MF) || MF.exposesReturnsTwice() ||
      MF.hasEHFunclets() || !MF.front().pred_empty())
    return false;
  const CalleeSavedInfo &Info = MFI.getCalleeSavedInfo().front();
  if (Info.isSpilledToReg() || getWidth(Info.getReg()) != 64)
    return false;
  Saved = Info.getReg();
  Slot = Info.getFrameIdx();
  auto I = find_if_not(MF.front(), isNoCode);
  if (I == MF.front().end() || getName(*I) != "PUSH64r" ||
      !I->getFlag(MachineInstr::FrameSetup) ||
      I->getOperand(0).getReg() != Saved)
    return false;
  Push = &*I;
  return true;
}

/// Whether \p Pop is followed by what returns, and nothing else.
bool SaveFolder::isEpilogue(const MachineInstr &Pop) const {
  auto I = std::find_if_not(std::next(Pop.getIterator()),
                            Pop.getParent()->instr_end(), isNoCode);
  return I != Pop.getParent()->instr_end() && I->isReturn();
}

/// Whether \p MI reads or writes the stack pointer, and is no call and does not
/// return.
bool SaveFolder::touchesStack(const MachineInstr &MI) const {
  return any_of(MI.operands(), [&](const MachineOperand &MO) {
    return MO.isReg() && isPartOf(MO.getReg(), SP) &&
           !(MO.isImplicit() && (MI.isCall() || MI.isReturn()));
  });
}

/// Finds all there is with the register. False if the stack pointer is not the
/// slot's address from the push to the pops.
bool SaveFolder::scan() {
  unsigned Returns = 0;
  for (MachineBasicBlock &MBB : MF) {
    for (MachineInstr &MI : MBB.instrs()) {
      if (&MI == Push)
        continue;
      if (MI.isBundled())
        return false;
      if (MI.isCFIInstruction()) {
        const MCCFIInstruction &CFI =
            MF.getFrameInstructions()[MI.getOperand(0).getCFIIndex()];
        switch (CFI.getOperation()) {
        case MCCFIInstruction::OpDefCfaOffset:
        case MCCFIInstruction::OpAdjustCfaOffset:
        case MCCFIInstruction::OpRememberState:
        case MCCFIInstruction::OpRestoreState:
          break;
        case MCCFIInstruction::OpOffset:
        case MCCFIInstruction::OpRestore:
          Descriptions.push_back(&MI);
          break;
        default:
          return false;
        }
        continue;
      }
      // Who called us wants it back.
      if (any_of(MI.operands(), [&](const MachineOperand &MO) {
            return MO.isRegMask() && MO.clobbersPhysReg(Saved);
          }))
        return false;
      bool HasSaved = any_of(MI.operands(), [&](const MachineOperand &MO) {
        return MO.isReg() && isPartOf(MO.getReg(), Saved);
      });
      if (MI.isDebugInstr()) {
        if (HasSaved)
          DebugUses.push_back(&MI);
        continue;
      }
      if (getName(MI) == "POP64r" && MI.getFlag(MachineInstr::FrameDestroy)) {
        if (MI.getOperand(0).getReg() != Saved || !isEpilogue(MI))
          return false;
        Pops.push_back(&MI);
        continue;
      }
      if (touchesStack(MI))
        return false;
      Returns += MI.isReturn();
      if (HasSaved)
        Uses.push_back(&MI);
    }
  }
  return !Uses.empty() && Returns == Pops.size();
}

/// Whether the register keeps something at a call for what happens if that
/// unwinds, and for nothing else: then it costs a move that a function without
/// pads would not have.
bool SaveFolder::isForPads() const {
  auto HasSaved = [&](const MachineBasicBlock *MBB) {
    return any_of(MBB->liveins(), [&](const auto &LiveIn) {
      return isPartOf(LiveIn.PhysReg, Saved);
    });
  };
  return any_of(MF, [&](const MachineBasicBlock &MBB) {
    bool InPad = false, InNext = false;
    for (const MachineBasicBlock *Next : MBB.successors())
      (Next->isEHPad() ? InPad : InNext) |= HasSaved(Next);
    return InPad && !InNext;
  });
}

/// Whether a use is executed more than once.
bool SaveFolder::hasCycle() const {
  SmallPtrSet<const MachineBasicBlock *, 8> Blocks;
  for (const MachineInstr *MI : Uses)
    Blocks.insert(MI->getParent());
  for (auto I = scc_begin(&MF); !I.isAtEnd(); ++I)
    if (I.hasCycle() && any_of(*I, [&](const MachineBasicBlock *MBB) {
          return Blocks.contains(MBB);
        }))
      return true;
  return false;
}

/// Begins an instruction before \p MI.
MachineInstrBuilder SaveFolder::build(MachineInstr &MI, StringRef Name) const {
  return BuildMI(*MI.getParent(), MI, MI.getDebugLoc(),
                 TII.get(getX86Opcode(TII, Name)));
}

/// Adds the slot to \p MIB, with what else an operand in memory consists of.
static MachineInstrBuilder addSlot(const MachineInstrBuilder &MIB,
                                   Register SP) {
  return MIB.addReg(SP).addImm(1).addReg(0).addImm(0).addReg(0);
}

/// What writes to all of the slot the number that \p MI writes to the register,
/// if it does. A register's other half becomes 0 with a write to the low one,
/// and memory does not.
MachineInstr *SaveFolder::storeNumber(MachineInstr &MI) const {
  StringRef Name = getName(MI);
  int64_t Number = 0;
  if (Name == "XOR32rr") {
    const MachineOperand &Left = MI.getOperand(1), &Right = MI.getOperand(2);
    if (!isPartOf(MI.getOperand(0).getReg(), Saved) ||
        Left.getReg() != Right.getReg())
      return nullptr;
    if (any_of(MI.implicit_operands(), [&](const MachineOperand &MO) {
          return MO.isReg() && MO.isDef() && !MO.isDead() &&
                 !isPartOf(MO.getReg(), Saved);
        }))
      return nullptr; // somebody asks for the flags
  } else if (Name == "MOV32ri" || Name == "MOV32ri64") {
    if (!MI.getOperand(1).isImm())
      return nullptr;
    Number = MI.getOperand(1).getImm();
    if (!isUInt<31>(Number))
      return nullptr;
  } else {
    return nullptr;
  }
  return addSlot(build(MI, "MOV64mi32"), SP).addImm(Number);
}

/// The move to the slot, or from it, that \p MI is to the register or from it.
MachineInstr *SaveFolder::move(MachineInstr &MI) const {
  const MachineOperand &To = MI.getOperand(0), &From = MI.getOperand(1);
  bool IsWide = getName(MI) == "MOV64rr";
  if (isPartOf(To.getReg(), Saved) == isPartOf(From.getReg(), Saved))
    return nullptr;
  MachineInstrBuilder Move =
      isPartOf(To.getReg(), Saved)
          ? addSlot(build(MI, IsWide ? "MOV64mr" : "MOV32mr"), SP).add(From)
          : addSlot(build(MI, IsWide ? "MOV64rm" : "MOV32rm").add(To), SP);
  for (const MachineOperand &MO : MI.implicit_operands())
    Move.add(MO);
  return Move;
}

MachineInstr *SaveFolder::foldOperands(MachineInstr &MI,
                                       ArrayRef<unsigned> Operands) const {
  // LLVM takes its registers for virtual ones.
  if (TII.isCopyInstr(MI))
    return nullptr;
  // The folding may change what it does not fold.
  MachineInstr *Copy = MF.CloneMachineInstr(&MI);
  MI.getParent()->insert(MI, Copy);
  MachineInstr *New = TII.foldMemoryOperand(*Copy, Operands, Slot);
  Copy->eraseFromParent();
  if (New)
    for (MachineOperand &MO : New->explicit_operands())
      if (MO.isFI())
        MO.ChangeToRegister(SP, /*isDef=*/false);
  return New;
}

/// What does with the slot what \p MI does with the register, before it; or
/// nothing, if there is no such instruction.
MachineInstr *SaveFolder::fold(MachineInstr &MI) {
  if (MI.isCall() || MI.isTerminator() || MI.isInlineAsm() || isNoCode(MI))
    return nullptr;
  for (ArrayRef<MCPhysReg> Implicit :
       {MI.getDesc().implicit_uses(), MI.getDesc().implicit_defs()})
    if (any_of(Implicit, [&](MCPhysReg R) { return isPartOf(R, Saved); }))
      return nullptr;
  unsigned Width = 0, Read = 0, Written = 64;
  SmallVector<unsigned, 2> Operands;
  for (unsigned I = 0, E = MI.getNumExplicitOperands(); I != E; ++I) {
    const MachineOperand &MO = MI.getOperand(I);
    if (!MO.isReg() || !isPartOf(MO.getReg(), Saved))
      continue;
    Width = getWidth(MO.getReg());
    if (!Width)
      return nullptr;
    if (MO.isDef())
      Written = std::min(Written, Width);
    else
      Read = std::max(Read, Width);
    if (!MI.isRegTiedToDefOperand(I))
      Operands.push_back(I);
  }
  if (Operands.empty())
    return nullptr;
  MachineInstr *New = storeNumber(MI);
  if (New) {
    Width = 64;
  } else {
    MostRead = std::max(MostRead, Read);
    LeastWritten = std::min(LeastWritten, Written);
    New = isMove(MI) ? move(MI) : foldOperands(MI, Operands);
    if (!New)
      return nullptr;
  }

  // Such as say that more of the register lives.
  for (unsigned I = New->getNumOperands(); I != 0; --I) {
    const MachineOperand &MO = New->getOperand(I - 1);
    if (MO.isReg() && MO.isImplicit() && isPartOf(MO.getReg(), Saved))
      New->removeOperand(I - 1);
  }
  MachineMemOperand::Flags Flags = MachineMemOperand::MONone;
  if (New->mayLoad())
    Flags |= MachineMemOperand::MOLoad;
  if (New->mayStore())
    Flags |= MachineMemOperand::MOStore;
  New->setMemRefs(MF, MF.getMachineMemOperand(
                          MachinePointerInfo::getFixedStack(MF, Slot), Flags,
                          Width / 8, MF.getFrameInfo().getObjectAlign(Slot)));
  return New;
}

/// False if an instruction cannot be folded, or the slot would not hold what is
/// read.
bool SaveFolder::foldAll() {
  PadBlocks = findPadBlocks(MF);
  for (MachineInstr *MI : Uses) {
    MachineInstr *New = fold(*MI);
    if (!New)
      return false;
    Accesses.push_back({MI, New});
    // A pad with others stays code.
    if (PadBlocks.contains(MI->getParent()) &&
        !PadReader::getLoadedSize(getName(*New)) &&
        !PadReader::getStoredSize(getName(*New)))
      return false;
  }
  return MostRead <= LeastWritten;
}

/// Whether the first that is done with the register is to move something there
/// that is what it was at the push.
void SaveFolder::findPushed() {
  MachineBasicBlock &Entry = MF.front();
  auto Begin = std::next(Push->getIterator());
  auto I = find_if(make_range(Begin, Entry.instr_end()),
                   [&](MachineInstr &MI) { return is_contained(Uses, &MI); });
  if (I == Entry.instr_end() || !isMove(*I) ||
      !isPartOf(I->getOperand(0).getReg(), Saved))
    return;
  Register Source = I->getOperand(1).getReg();
  if (isPartOf(Source, Saved) ||
      any_of(make_range(Begin, I), [&](const MachineInstr &MI) {
        return MI.modifiesRegister(Source, &TRI);
      }))
    return;
  First = &*I;
}

/// Finds what \p Pop can pop to. False if there is nothing.
bool SaveFolder::findPopped(MachineInstr &Pop) {
  MachineBasicBlock &MBB = *Pop.getParent();
  auto IsTouched = [&](MCRegister Whole, MachineBasicBlock::instr_iterator I) {
    return any_of(make_range(I, MBB.instr_end()), [&](const MachineInstr &MI) {
      return !MI.isDebugInstr() && &MI != &Pop &&
             (MI.readsRegister(Whole, &TRI) ||
              MI.modifiesRegister(Whole, &TRI));
    });
  };
  for (auto I = Pop.getIterator(); I != MBB.instr_begin();) {
    MachineInstr &MI = *--I;
    if (MI.isDebugInstr() || MI.isCFIInstruction())
      continue;
    if (is_contained(Uses, &MI)) {
      if (!isMove(MI) || isPartOf(MI.getOperand(0).getReg(), Saved) ||
          &MI == First)
        break;
      MCRegister Result = MI.getOperand(0).getReg().asMCReg();
      MCRegister Whole = getWhole(Result);
      // What is above 32 bits is 0 with the move, and nobody has to ask.
      bool SaysMore = any_of(MI.implicit_operands(), [&](MachineOperand &MO) {
        return MO.isReg() && MO.isDef();
      });
      bool IsTouchedBetween =
          any_of(make_range(std::next(I), Pop.getIterator()),
                 [&](const MachineInstr &Between) {
                   return !Between.isDebugInstr() &&
                          (Between.readsRegister(Whole, &TRI) ||
                           Between.modifiesRegister(Whole, &TRI));
                 });
      if (!Whole || SaysMore || IsTouchedBetween)
        break;
      Exits.push_back({&Pop, &MI, Whole});
      return true;
    }
    if (isNoCode(MI) || MI.isCall() || MI.isInlineAsm() ||
        MI.mayLoadOrStore() || MI.hasUnmodeledSideEffects())
      break;
  }
  const MCPhysReg *Kept = MF.getRegInfo().getCalleeSavedRegs();
  auto IsKept = [&](MCRegister R) {
    for (const MCPhysReg *Each = Kept; *Each; ++Each)
      if (TRI.regsOverlap(*Each, R))
        return true;
    return false;
  };
  // rcx, rsi, rdi, rdx, rax: those that take the least code.
  for (unsigned Number : {2, 4, 5, 1, 0}) {
    MCRegister R = *TRI.getLLVMRegNum(Number, /*isEH=*/true);
    if (!IsKept(R) && !MF.getRegInfo().isReserved(R) &&
        !IsTouched(R, Pop.getIterator())) {
      Exits.push_back({&Pop, nullptr, R});
      return true;
    }
  }
  return false;
}

/// Whether something is gained, and the code on the ways that do not panic does
/// not grow.
bool SaveFolder::isWorthIt() const {
  SmallPtrSet<const MachineInstr *, 4> Gone;
  if (First)
    Gone.insert(First);
  for (const Exit &E : Exits)
    if (E.Last)
      Gone.insert(E.Last);
  int Growth = 0;
  for (const Access &A : Accesses) {
    if (PadBlocks.contains(A.Old->getParent()))
      continue;
    StringRef Name = getName(*A.Old);
    if (Gone.contains(A.Old))
      Growth -= 3;
    else if (Name.starts_with("XOR32rr"))
      Growth += 6;
    else if (Name.starts_with("MOV32ri"))
      Growth += 3;
    else if (Name.starts_with("TEST") && Name.ends_with("rr"))
      Growth += 2;
    else
      Growth += 1; // another byte to say where the operand is
  }
  return !Gone.empty() && Growth <= 0;
}

/// Has \p Debug refer to the slot where it refers to \p From.
void SaveFolder::refer(MachineInstr &Debug, MCRegister From) {
  auto AddPhi = [&](Register R) {
    unsigned Number = MF.getNewDebugInstrNum();
    auto Phi = BuildMI(*Debug.getParent(), Debug, DebugLoc(),
                       TII.get(TargetOpcode::DBG_PHI));
    if (isPartOf(R, From))
      Phi.addFrameIndex(Slot).addImm(Number).addImm(getWidth(R));
    else
      Phi.addReg(R).addImm(Number);
    return Number;
  };
  if (Debug.isDebugPHI()) {
    unsigned Width = getWidth(Debug.getOperand(0).getReg());
    Debug.getOperand(0).ChangeToFrameIndex(Slot);
    Debug.addOperand(MF, MachineOperand::CreateImm(Width));
    return;
  }
  if (!Debug.isDebugValue())
    return;
  // With another kind of values none follows what is in a slot.
  if (!MF.useDebugInstrRef()) {
    Debug.setDebugValueUndef();
    return;
  }
  const DIExpression *Expression = Debug.getDebugExpression();
  if (Debug.isNonListDebugValue()) {
    if (Debug.isIndirectDebugValue())
      Expression = DIExpression::append(Expression, dwarf::DW_OP_deref);
    Expression = DIExpression::convertToVariadicExpression(Expression);
  }
  SmallVector<MachineOperand, 2> Operands;
  for (const MachineOperand &MO : Debug.debug_operands())
    Operands.push_back(
        MO.isReg() && MO.getReg()
            ? MachineOperand::CreateDbgInstrRef(AddPhi(MO.getReg()), 0)
            : MO);
  BuildMI(*Debug.getParent(), Debug, Debug.getDebugLoc(),
          TII.get(TargetOpcode::DBG_INSTR_REF), /*IsIndirect=*/false, Operands,
          Debug.getDebugVariable(), Expression);
  Debug.eraseFromParent();
}

/// What is said of \p Source before it is moved is so for longer of the slot,
/// and nobody sees that a push moves it.
void SaveFolder::referFrom(MCRegister Source) {
  MachineBasicBlock &Entry = MF.front();
  SmallVector<MachineInstr *, 4> Debug;
  for (MachineInstr &MI : make_range(Entry.instr_begin(), First->getIterator()))
    if (MI.isDebugInstr())
      Debug.push_back(&MI);
  MapVector<DebugVariable, MachineInstr *> Values;
  for (MachineInstr *MI : Debug) {
    bool HasSource = any_of(MI->operands(), [&](const MachineOperand &MO) {
      return MO.isReg() && isPartOf(MO.getReg(), Source);
    });
    if (MI->isDebugValueLike())
      Values[DebugVariable(MI->getDebugVariable(), MI->getDebugExpression(),
                           MI->getDebugLoc()->getInlinedAt())] =
          HasSource && MI->isDebugValue() ? MI : nullptr;
    else if (HasSource && MI->isDebugPHI()) {
      MI->moveBefore(First);
      refer(*MI, Source);
    }
  }
  for (auto &[Variable, Value] : Values)
    if (Value && MF.useDebugInstrRef()) {
      MachineInstr *Later = MF.CloneMachineInstr(Value);
      Entry.insert(First, Later);
      refer(*Later, Source);
    }
}

/// Leaves of \p A what takes the place of the other.
void SaveFolder::replace(const Access &A) {
  if (unsigned Number = A.Old->peekDebugInstrNum()) {
    bool Stores =
        any_of(A.Old->explicit_operands(), [&](const MachineOperand &MO) {
          return MO.isReg() && MO.isDef() && isPartOf(MO.getReg(), Saved);
        });
    if (Stores)
      MF.makeDebugValueSubstitution(
          {Number, 0},
          {A.New->getDebugInstrNum(), MachineFunction::DebugOperandMemNumber});
    else
      MF.substituteDebugValuesForInst(*A.Old, *A.New);
  }
  A.Old->eraseFromParent();
}

void SaveFolder::commit() {
  MachineOperand &Pushed = Push->getOperand(0);
  Pushed.setIsKill(false);
  if (First) {
    Register Source = First->getOperand(1).getReg();
    Pushed.setReg(getWhole(Source.asMCReg()));
    // Nobody asks for what is above.
    if (Pushed.getReg() != Source) {
      Pushed.setIsUndef();
      Push->addOperand(MF, MachineOperand::CreateReg(Source, /*isDef=*/false,
                                                     /*isImp=*/true));
    }
    referFrom(Source.asMCReg());
  } else {
    // As LLVM does to align the stack.
    Pushed.setReg(*TRI.getLLVMRegNum(0, /*isEH=*/true));
    Pushed.setIsUndef();
  }
  for (MachineInstr *MI : DebugUses)
    refer(*MI, Saved);
  for (const Exit &E : Exits) {
    MachineOperand &Popped = E.Pop->getOperand(0);
    Popped.setReg(E.Popped);
    Popped.setIsDead(!E.Last);
  }
  for (const Access &A : Accesses) {
    if (A.Old == First ||
        any_of(Exits, [&](const Exit &E) { return E.Last == A.Old; })) {
      A.New->eraseFromParent();
      A.Old->eraseFromParent();
    } else {
      replace(A);
    }
  }
  for (MachineInstr *MI : Descriptions)
    MI->eraseFromParent();
  for (MachineBasicBlock &MBB : MF)
    for (MCPhysReg Part : TRI.subregs_inclusive(Saved))
      MBB.removeLiveIn(Part);
  MF.getFrameInfo().setCalleeSavedInfo({});
}

bool SaveFolder::run() {
  if (!findPush() || !isForPads() || !scan() || hasCycle())
    return false;
  bool IsFolded = foldAll();
  if (IsFolded) {
    findPushed();
    IsFolded =
        all_of(Pops, [&](MachineInstr *Pop) { return findPopped(*Pop); }) &&
        isWorthIt();
  }
  if (IsFolded)
    commit();
  else
    for (const Access &A : Accesses)
      A.New->eraseFromParent();
  return IsFolded;
}

bool FoldSavePass::runOnMachineFunction(MachineFunction &MF) {
  const Function &F = MF.getFunction();
  if (!RuntimeABI::hasPersonality(F) || F.hasOptNone() || !isX86_64(MF))
    return false;
  return SaveFolder(MF).run();
}

} // namespace defer
