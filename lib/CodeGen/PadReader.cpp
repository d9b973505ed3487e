//===-- PadReader.cpp - What the code of a landing pad does ---------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PadReader.h"

#include "Transforms/PanicTable.h"
#include "Transforms/RuntimeABI.h"
#include "X86.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/PseudoSourceValue.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetRegisterInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace defer {

namespace {

/// DWARF's numbers of x86-64's registers.
enum : unsigned { RAX, RDX, RCX, RBX, RSI, RDI, RBP, RSP, R8, R9, R12 = 12 };

bool isKeptByCalls(unsigned Register) {
  return Register == RBX || Register == RBP || Register == RSP ||
         Register >= R12;
}

PadValue getNumberValue(int64_t Number, unsigned Bits = 64) {
  PadValue V;
  V.Kind = PadValue::Number;
  V.Bits = Bits;
  V.Offset = Bits == 64 ? Number : Number & maskTrailingOnes<uint64_t>(Bits);
  return V;
}

/// What pushes \p V, or nothing if it is not to be had.
std::optional<SmallVector<unsigned, 8>> getCodes(const PadValue &V) {
  if (V.Kind == PadValue::Expression)
    return V.Codes;
  if (V.Kind != PadValue::Number)
    return std::nullopt;
  uint64_t Number = V.Offset;
  if (Number < PadCode::ValueCount)
    return SmallVector<unsigned, 8>{PadCode::Value + unsigned(Number)};
  if (isUInt<32>(Number))
    return SmallVector<unsigned, 8>{PadCode::Number, unsigned(Number)};
  if (isUInt<32>(~Number))
    return SmallVector<unsigned, 8>{PadCode::Complement, unsigned(~Number)};
  return std::nullopt;
}

unsigned getMostBits(const PadValue &V) {
  return V.Kind == PadValue::Number ? 64 - countl_zero(uint64_t(V.Offset))
                                    : V.MostBits;
}

PadValue getLost() {
  PadValue V;
  V.Kind = PadValue::Lost;
  return V;
}

/// How many bits what \p Code makes of two values can have.
unsigned countBits(const PadValue &Left, unsigned Code, const PadValue &Right) {
  unsigned L = getMostBits(Left), R = getMostBits(Right);
  bool IsShort = Right.Kind == PadValue::Number && uint64_t(Right.Offset) < 64;
  switch (Code) {
  case PadCode::And:
    return std::min(L, R);
  case PadCode::Or:
    return std::max(L, R);
  case PadCode::Add:
    return std::min(std::max(L, R) + 1, 64u);
  case PadCode::ShiftLeft:
    return IsShort ? std::min(L + unsigned(Right.Offset), 64u) : 64;
  default:
    return IsShort ? L - std::min(L, unsigned(Right.Offset)) : L;
  }
}

PadValue combine(const PadValue &Left, unsigned Code, const PadValue &Right,
                 unsigned Bits);

/// If \p Codes end with a small number and \p Code, that number; they are what
/// is before it then.
std::optional<unsigned> consumeEnd(ArrayRef<unsigned> &Codes, unsigned Code) {
  if (Codes.size() < 3 || Codes.back() != Code)
    return std::nullopt;
  unsigned Number = Codes[Codes.size() - 2], Before = Codes[Codes.size() - 3];
  // Not if it may itself belong to the code before it.
  if (Number < PadCode::Value || Before == PadCode::Number ||
      Before == PadCode::Complement || Before == PadCode::Load)
    return std::nullopt;
  Codes = Codes.drop_back(2);
  return Number - PadCode::Value;
}

/// What bits of a value make when they are moved back to their place, or are
/// put together there: other bits of it. Conditions in a word come to this.
std::optional<PadValue> combineBits(const PadValue &Left, unsigned Code,
                                    const PadValue &Right) {
  auto GetBits = [&](ArrayRef<unsigned> Codes, unsigned Mask) {
    PadValue V = combine(Left, PadCode::And, getNumberValue(Mask), 64);
    V.Codes.assign(Codes.begin(), Codes.end());
    V.Codes.append({PadCode::Value + Mask, PadCode::And});
    V.MostBits = Log2_32(Mask) + 1;
    return V;
  };
  ArrayRef<unsigned> L = Left.Codes, R = Right.Codes;
  if (Code == PadCode::ShiftLeft && Right.Kind == PadValue::Number) {
    auto Moved = consumeEnd(L, PadCode::ShiftRight);
    auto Mask = Moved ? consumeEnd(L, PadCode::And) : std::nullopt;
    if (Mask && *Mask && *Moved == Right.Offset &&
        !(*Mask & ((1u << *Moved) - 1)))
      return GetBits(L, *Mask);
  }
  if (Code == PadCode::Add || Code == PadCode::Or) {
    auto LeftMask = consumeEnd(L, PadCode::And);
    auto RightMask = consumeEnd(R, PadCode::And);
    if (LeftMask && RightMask && L == R && !(*LeftMask & *RightMask) &&
        (*LeftMask | *RightMask) < PadCode::ValueCount)
      return GetBits(L, *LeftMask | *RightMask);
  }
  return std::nullopt;
}

/// The value that \p Code makes of two.
PadValue combine(const PadValue &Left, unsigned Code, const PadValue &Right,
                 unsigned Bits) {
  if (Left.Kind == PadValue::Number && Right.Kind == PadValue::Number) {
    uint64_t L = Left.Offset, R = Right.Offset;
    switch (Code) {
    case PadCode::Add:
      return getNumberValue(L + R, Bits);
    case PadCode::And:
      return getNumberValue(L & R, Bits);
    case PadCode::Or:
      return getNumberValue(L | R, Bits);
    case PadCode::ShiftLeft:
      return R < 64 ? getNumberValue(L << R, Bits) : getLost();
    case PadCode::ShiftRight:
      return R < 64 ? getNumberValue(L >> R, Bits) : getLost();
    }
  }
  if (Code == PadCode::Add || Code == PadCode::ShiftLeft) {
    if (Right.Kind == PadValue::Number && Right.Offset == 0)
      return Left;
    if (Code == PadCode::Add && Left.Kind == PadValue::Number &&
        Left.Offset == 0)
      return Right;
  }
  if (Code == PadCode::Add && Left.Kind == PadValue::Address &&
      Right.Kind == PadValue::Number) {
    PadValue V = Left;
    V.Offset += Right.Offset;
    return V;
  }
  if (std::optional<PadValue> V = combineBits(Left, Code, Right))
    return *V;
  auto LeftCodes = getCodes(Left), RightCodes = getCodes(Right);
  if (!LeftCodes || !RightCodes)
    return getLost();
  PadValue V;
  V.Kind = PadValue::Expression;
  V.Bits = Bits;
  V.MostBits = countBits(Left, Code, Right);
  V.Loads = Left.Loads || Right.Loads;
  V.Codes = *LeftCodes;
  V.Codes.append(*RightCodes);
  V.Codes.push_back(Code);
  return V;
}

/// \p V with zeros above its bits.
PadValue extend(const PadValue &V) {
  if (V.Bits == 64)
    return V;
  if (V.Kind == PadValue::Number)
    return getNumberValue(V.Offset);
  if (V.Kind != PadValue::Expression)
    return V.Kind == PadValue::Undefined ? V : getLost();
  PadValue Wide = V;
  Wide.Bits = 64;
  if (V.MostBits <= V.Bits)
    return Wide;
  return combine(Wide, PadCode::And,
                 getNumberValue(maskTrailingOnes<uint64_t>(V.Bits)), 64);
}

/// The low \p Bits of \p V.
PadValue truncate(PadValue V, unsigned Bits) {
  if (Bits >= V.Bits)
    return V;
  if (V.Kind == PadValue::Number)
    return getNumberValue(V.Offset, Bits);
  if (V.Kind == PadValue::Undefined)
    return V;
  if (V.Kind != PadValue::Expression)
    return getLost();
  V.Bits = Bits;
  return V;
}

} // namespace

PadReader::PadReader(const MachineFunction &MF,
                     const SmallPtrSetImpl<MachineBasicBlock *> &PadBlocks)
    : PadBlocks(PadBlocks), TII(*MF.getSubtarget().getInstrInfo()),
      TRI(*MF.getSubtarget().getRegisterInfo()) {}

std::optional<unsigned> PadReader::getNumber(MCRegister Register) const {
  // Parts of a register have no number of their own.
  for (MCPhysReg Super : TRI.superregs_inclusive(Register)) {
    int Number = TRI.getDwarfRegNum(Super, /*isEH=*/true);
    if (Number >= 0 && unsigned(Number) < PadCode::RegisterCount)
      return Number;
  }
  return std::nullopt;
}

PadValue PadReader::get(const MachineOperand &MO) const {
  if (MO.isImm())
    return getNumberValue(MO.getImm());
  if (MO.isGlobal()) {
    PadValue V;
    V.Kind = PadValue::Address;
    V.Global = MO.getGlobal();
    V.Offset = MO.getOffset();
    return V;
  }
  if (!MO.isReg())
    return getLost();
  std::optional<unsigned> Number = getNumber(MO.getReg().asMCReg());
  unsigned Width = getX86Width(TRI, MO.getReg().asMCReg());
  if (!Number || !Width)
    return getLost();
  const PadValue &V = Registers[*Number];
  if (Width <= V.Bits)
    return truncate(V, Width);
  // A small part that was written by itself leaves what is above it.
  return V.Bits < 32 ? getLost() : extend(V);
}

/// Writes a register that is part of none, or the low part of one.
void PadReader::set(const MachineOperand &MO, PadValue V) {
  std::optional<unsigned> Number = getNumber(MO.getReg().asMCReg());
  unsigned Width = getX86Width(TRI, MO.getReg().asMCReg());
  if (!Number)
    return;
  PadValue &Register = Registers[*Number];
  Register = Width ? truncate(std::move(V), Width) : getLost();
  if (Register.Kind == PadValue::Expression && Register.Codes.size() > 32)
    Register = getLost();
}

/// The address of an operand in memory, which begins at operand \p First.
std::optional<PadValue> PadReader::getAddress(const MachineInstr &MI,
                                              unsigned First) const {
  const MachineOperand &Base = MI.getOperand(First),
                       &Scale = MI.getOperand(First + 1),
                       &Index = MI.getOperand(First + 2),
                       &Displacement = MI.getOperand(First + 3),
                       &Segment = MI.getOperand(First + 4);
  if (!Scale.isImm() || !Base.isReg() || !Index.isReg() || Segment.getReg())
    return std::nullopt;
  if (!Displacement.isImm() && !Displacement.isGlobal())
    return std::nullopt;
  PadValue Address = get(Displacement);
  if (Index.getReg()) {
    PadValue Scaled = combine(extend(get(Index)), PadCode::ShiftLeft,
                              getNumberValue(Log2_64(Scale.getImm())), 64);
    Address = combine(Address, PadCode::Add, Scaled, 64);
  }
  if (Base.getReg()) {
    if (StringRef(TRI.getName(Base.getReg())) == "RIP") {
      if (!Displacement.isGlobal())
        return std::nullopt;
    } else {
      Address = combine(extend(get(Base)), PadCode::Add, Address, 64);
    }
  }
  return Address;
}

/// Arithmetic on registers: the first operand is the result, and the left one.
bool PadReader::executeArithmetic(const MachineInstr &MI, StringRef Name) {
  unsigned Code = StringSwitch<unsigned>(Name.take_while(isAlpha))
                      .Cases({"ADD", "INC", "DEC"}, PadCode::Add)
                      .Case("AND", PadCode::And)
                      .Case("OR", PadCode::Or)
                      .Case("SHL", PadCode::ShiftLeft)
                      .Case("SHR", PadCode::ShiftRight)
                      .Default(PadCode::End);
  StringRef Form = Name.drop_while(isAlpha);
  unsigned Bits;
  if (Code == PadCode::End || Form.consumeInteger(10, Bits) ||
      (Bits != 8 && Bits != 32 && Bits != 64))
    return false;
  PadValue Right;
  if (Name.starts_with("INC") || Name.starts_with("DEC")) {
    if (Form != "r")
      return false;
    Right = getNumberValue(Name.starts_with("INC") ? 1 : -1);
  } else if (Form == "r1") {
    Right = getNumberValue(1);
  } else if (Form == "ri" || Form == "ri8" || Form == "ri32" || Form == "rr") {
    Right = extend(get(MI.getOperand(2)));
  } else {
    return false;
  }
  PadValue Left = get(MI.getOperand(1));
  // Only what goes down, or has fewer bits, must be without what is above.
  if (Code == PadCode::ShiftRight ||
      (Code == PadCode::And && getMostBits(Right) > Left.Bits))
    Left = extend(Left);
  PadValue Result = combine(Left, Code, Right, Bits);
  if (Code == PadCode::And && Result.Kind == PadValue::Expression)
    Result.Bits = std::max(Bits, 32u);
  set(MI.getOperand(0), Result);
  return true;
}

/// Whether the memory that \p MI has as its operand from \p First on is Slot: a
/// register's save slot, which nothing but defer-fold-save loads or stores.
bool PadReader::isInSlot(const MachineInstr &MI, unsigned First) const {
  if (!MI.hasOneMemOperand())
    return false;
  const auto *Stack = dyn_cast_or_null<FixedStackPseudoSourceValue>(
      (*MI.memoperands_begin())->getPseudoValue());
  const MachineFrameInfo &Frame = MI.getMF()->getFrameInfo();
  if (!Stack || !Frame.isFixedObjectIndex(Stack->getFrameIndex()) ||
      !Frame.isSpillSlotObjectIndex(Stack->getFrameIndex()))
    return false;
  std::optional<PadValue> Address = getAddress(MI, First);
  return Address && Address->Kind == PadValue::Expression &&
         Address->Codes == ArrayRef<unsigned>{PadCode::Register + RSP};
}

/// What \p MI loads, \p Size bytes.
PadValue PadReader::load(const MachineInstr &MI, unsigned Size) const {
  bool IsSlot = isInSlot(MI, 1);
  if (IsSlot && !isSlotAtCall())
    return 8 * Size <= Slot.Bits ? extend(truncate(Slot, 8 * Size)) : getLost();
  PadValue V = getLost();
  std::optional<PadValue> Address = getAddress(MI, 1);
  if (auto Codes = Address ? getCodes(*Address) : std::nullopt) {
    V.Kind = PadValue::Expression;
    V.Loads = !IsSlot;
    V.MostBits = 8 * Size;
    V.Codes = *Codes;
    V.Codes.append({PadCode::Load, Size});
  }
  return V;
}

/// A store of \p Size bytes. Loads are described where they are used, which is
/// later: so none that came before it may be.
bool PadReader::store(const MachineInstr &MI, unsigned Size, bool HasRun) {
  PadValue V = get(MI.getOperand(5));
  if (isInSlot(MI, 0)) {
    // A small part leaves what is beside it.
    bool HasMore = 8 * Size < Slot.Bits && !isSlotAtCall();
    Slot = HasMore ? getLost() : truncate(V, 8 * Size);
    Slot.Bits = 8 * Size;
    return true;
  }
  if (V.Kind == PadValue::Undefined)
    return true;
  std::optional<PadValue> Address = getAddress(MI, 0);
  auto AddressCodes = Address ? getCodes(*Address) : std::nullopt;
  auto Codes = V.Bits >= 8 * Size ? getCodes(V) : std::nullopt;
  if (!AddressCodes || !Codes)
    return false;
  SmallVector<unsigned, 8> &Stores = HasRun ? After : Before;
  Stores.append(*Codes);
  Stores.append(*AddressCodes);
  Stores.append({PadCode::Store, Size});
  for (PadValue &Register : Registers)
    if (Register.Loads)
      Register = getLost();
  if (Slot.Loads)
    Slot = getLost();
  return true;
}

unsigned PadReader::getLoadedSize(StringRef Name) {
  return StringSwitch<unsigned>(Name)
      .Case("MOV64rm", 8)
      .Case("MOV32rm", 4)
      .Case("MOVZX32rm16", 2)
      .Case("MOVZX32rm8", 1)
      .Default(0);
}

unsigned PadReader::getStoredSize(StringRef Name) {
  return StringSwitch<unsigned>(Name)
      .Cases({"MOV64mr", "MOV64mi32"}, 8)
      .Cases({"MOV32mr", "MOV32mi"}, 4)
      .Cases({"MOV8mr", "MOV8mi"}, 1)
      .Default(0);
}

/// False if \p MI is of a kind that has no description. \p HasRun says whether
/// the chain has run.
bool PadReader::execute(const MachineInstr &MI, bool HasRun) {
  if (MI.isPosition() || MI.isDebugInstr() || MI.isMetaInstruction())
    return true;
  // Nothing but a statement of what is in which register.
  if (MI.isInlineAsm())
    return MI.getOperand(0).isSymbol() && !*MI.getOperand(0).getSymbolName();

  // The frame ends where the function goes on.
  if (any_of(MI.all_defs(), [&](const Operand &Def) {
        return getNumber(Def.getReg().asMCReg()) == RSP;
      }))
    return false;

  StringRef Name = TII.getName(MI.getOpcode());
  auto IsOneOf = [&](std::initializer_list<StringRef> Names) {
    return is_contained(Names, Name);
  };
  if (Name == "NOOP")
    return true;
  if (IsOneOf({"MOV64rr", "MOV32rr"})) {
    set(MI.getOperand(0), get(MI.getOperand(1)));
    return true;
  }
  if (Name == "MOVZX32rr8") {
    set(MI.getOperand(0), extend(get(MI.getOperand(1))));
    return true;
  }
  if (IsOneOf({"XOR32rr", "XOR64rr"})) {
    if (MI.getOperand(1).getReg() != MI.getOperand(2).getReg())
      return false;
    set(MI.getOperand(0), getNumberValue(0));
    return true;
  }
  if (IsOneOf({"MOV8ri", "MOV32ri", "MOV32ri64", "MOV64ri32", "MOV64ri"})) {
    set(MI.getOperand(0), get(MI.getOperand(1)));
    // An address that is moved as 32 bits has no others.
    if (MI.getOperand(1).isGlobal())
      if (auto Number = getNumber(MI.getOperand(0).getReg().asMCReg()))
        Registers[*Number] = get(MI.getOperand(1));
    return true;
  }
  if (IsOneOf({"LEA64r", "LEA64_32r"})) {
    std::optional<PadValue> Address = getAddress(MI, 1);
    if (!Address)
      return false;
    set(MI.getOperand(0), *Address);
    return true;
  }
  if (unsigned Size = getLoadedSize(Name)) {
    if (!getAddress(MI, 1))
      return false;
    set(MI.getOperand(0), load(MI, Size));
    return true;
  }
  if (unsigned Size = getStoredSize(Name))
    return store(MI, Size, HasRun);
  return executeArithmetic(MI, Name);
}

/// The call that runs the chain. False if it is another one, or one that cannot
/// be described.
bool PadReader::call(const MachineInstr &MI, PadDescription &Result) {
  constexpr unsigned Arguments[] = {RDI, RSI, RDX, RCX, R8, R9};
  if (TII.getName(MI.getOpcode()) != "CALL64pcrel32" ||
      !MI.getOperand(0).isGlobal())
    return false;
  StringRef Callee = MI.getOperand(0).getGlobal()->getName();
  bool HasWords = Callee == RuntimeABI::UnwindWordsName;
  if (!HasWords && Callee != RuntimeABI::UnwindName)
    return false;
  const PadValue &First = Registers[RSI];
  if (Registers[RDI].Kind != PadValue::Exception ||
      First.Kind != PadValue::Address || First.Bits != 64)
    return false;
  auto *Table = dyn_cast<GlobalVariable>(First.Global);
  constexpr unsigned StepSize = 8;
  if (!Table || First.Offset < 0 || First.Offset % StepSize)
    return false;
  Result.Table = Table;
  Result.FirstStep = First.Offset / StepSize;

  if (HasWords) {
    for (unsigned I = 0; I != RuntimeABI::WordCount; ++I)
      Words.push_back(extend(Registers[Arguments[2 + I]]));
  } else {
    Frame = extend(Registers[RDX]);
  }

  for (unsigned I = 0; I != PadCode::RegisterCount; ++I) {
    if (!isKeptByCalls(I))
      Registers[I] = PadValue();
    else if (Registers[I].Loads) // and the chain may store there
      Registers[I] = getLost();
  }
  if (Slot.Loads)
    Slot = getLost();
  if (HasWords) {
    for (auto [Register, Code] :
         {std::pair(RAX, PadCode::Word0), std::pair(RDX, PadCode::Word1)}) {
      Registers[Register].Kind = PadValue::Expression;
      Registers[Register].Codes = {Code};
    }
  }
  return true;
}

/// Puts what the chain is given before what happens afterwards; false if it
/// cannot be described.
bool PadReader::describeFrame(PadDescription &Result) {
  SmallVector<unsigned, 16> Codes(Before.begin(), Before.end());
  auto Push = [&](const PadValue &V, unsigned Taker) {
    auto Pushing = getCodes(V);
    if (Pushing) {
      Codes.append(*Pushing);
      Codes.push_back(Taker);
    }
    return Pushing.has_value();
  };
  PanicTable::StepAddress First = {const_cast<GlobalVariable *>(Result.Table),
                                   Result.FirstStep};
  for (auto [I, V] : enumerate(Words)) {
    // Words that are not given are 0.
    if (V.Kind == PadValue::Undefined ||
        (V.Kind == PadValue::Number && V.Offset == 0))
      continue;
    bool Returns = I < RuntimeABI::WordsReturned &&
                   (is_contained(Result.Codes, PadCode::Word0 + I) ||
                    is_contained(After, PadCode::Word0 + I));
    if ((Returns || PanicTable::findUsedBits(First, I)) &&
        !Push(V, PadCode::Word + I))
      return false;
  }
  if (Frame.Kind != PadValue::Undefined &&
      (Frame.Kind != PadValue::Number || Frame.Offset != 0) &&
      !Push(Frame, PadCode::Frame))
    return false;
  // To run the chain is all there is to do, if nothing is said.
  if (Codes.empty() && After.empty() && Result.Codes.empty() && !Result.Outer)
    return true;
  Codes.push_back(Result.Outer ? PadCode::RunInner : PadCode::Run);
  Codes.append(After);
  Codes.append(Result.Codes);
  Result.Codes = std::move(Codes);
  return true;
}

/// Whether register \p Number is now what it was at the call.
bool PadReader::isAtCall(unsigned Number) const {
  const PadValue &V = Registers[Number];
  return V.Kind == PadValue::Expression && V.Bits == 64 &&
         V.Codes == ArrayRef<unsigned>{PadCode::Register + Number};
}

bool PadReader::isSlotAtCall() const {
  return Slot.Kind == PadValue::Expression && Slot.Bits == 64 &&
         Slot.Codes ==
             ArrayRef<unsigned>{PadCode::Register + RSP, PadCode::Load, 8};
}

/// Adds what stores to the slot what is there when the function goes on; false
/// if that cannot be described. Comes last: all else finds there what was at
/// the call.
bool PadReader::describeSlot(PadDescription &Result) const {
  if (Slot.Kind == PadValue::Undefined || isSlotAtCall())
    return true;
  auto Codes = getCodes(Slot);
  if (!Codes)
    return false;
  Result.Codes.append(*Codes);
  Result.Codes.append({PadCode::Register + RSP, PadCode::Store, Slot.Bits / 8});
  return true;
}

/// Whether what \p Outer reads is now what it was at the call. It may read the
/// slot.
bool PadReader::reaches(const MachineBasicBlock &Outer) const {
  return isSlotAtCall() && all_of(Outer.liveins(), [&](auto &LiveIn) {
           std::optional<unsigned> Number = getNumber(LiveIn.PhysReg);
           // These two the personality sets.
           return Number &&
                  (*Number == RAX || *Number == RDX || isAtCall(*Number));
         });
}

/// Adds what must be in registers when the function goes on with the live-ins
/// of \p Next; false if that cannot be described.
bool PadReader::describeWay(PadDescription &Result,
                            const MachineBasicBlock &Next) {
  SmallVector<unsigned, 4> Seen;
  for (const MachineBasicBlock::RegisterMaskPair &LiveIn : Next.liveins()) {
    std::optional<unsigned> Number = getNumber(LiveIn.PhysReg);
    if (!Number)
      return false;
    if (is_contained(Seen, *Number))
      continue;
    Seen.push_back(*Number);
    if (isAtCall(*Number)) {
      Result.Registers.push_back(*Number);
      continue;
    }
    PadValue V = Registers[*Number];
    if (V.Kind == PadValue::Undefined)
      continue;
    // What is above the bits matters to nobody, but for what is kept there.
    if (V.Bits < 32)
      return false;
    V = extend(V);
    if (V.Kind == PadValue::Number && V.Offset == 0) {
      Result.Codes.push_back(PadCode::Clear + *Number);
      continue;
    }
    auto Codes = getCodes(V);
    if (!Codes || *Number == RSP)
      return false;
    Result.Codes.append(*Codes);
    Result.Codes.push_back(PadCode::Set + *Number);
  }
  return true;
}

/// Whether the stack is deep enough for \p Codes. Adds the registers they read
/// to \p Registers.
static bool check(ArrayRef<unsigned> Codes, SmallVectorImpl<unsigned> &Read) {
  unsigned Depth = 0, Deepest = 0;
  for (unsigned I = 0; I != Codes.size(); ++I) {
    unsigned Code = Codes[I];
    if (Code >= PadCode::Value) {
      ++Depth;
    } else if (Code >= PadCode::Clear) {
    } else if (Code >= PadCode::Set) {
      --Depth;
    } else if (Code >= PadCode::Register) {
      ++Depth;
      Read.push_back(Code - PadCode::Register);
    } else {
      switch (Code) {
      case PadCode::Number:
      case PadCode::Complement:
        ++I;
        ++Depth;
        break;
      case PadCode::Load:
        ++I;
        break;
      case PadCode::Store:
        ++I;
        Depth -= 2;
        break;
      case PadCode::Run:
      case PadCode::RunInner:
        break;
      case PadCode::Word0:
      case PadCode::Word1:
        ++Depth;
        break;
      default:
        --Depth;
      }
    }
    Deepest = std::max(Deepest, Depth);
  }
  assert(Depth == 0 && "a description leaves its stack empty");
  return Deepest <= PadCode::Depth;
}

std::optional<PadDescription> PadReader::finish(PadDescription &Result,
                                                MachineBasicBlock *Next) {
  if ((Next && !(describeWay(Result, *Next) && describeSlot(Result))) ||
      !describeFrame(Result) || !check(Result.Codes, Result.Registers))
    return std::nullopt;
  Result.Next = Next;
  return Result;
}

/// Whether what comes from \p I on is about as long as a jump to it.
static bool isFewInstructions(MachineBasicBlock::iterator I) {
  constexpr unsigned Few = 4;
  unsigned Count = 0;
  for (MachineBasicBlock::iterator E = I->getParent()->end(); I != E; ++I) {
    if (I->isCall())
      return false;
    Count += !I->isPosition() && !I->isMetaInstruction();
  }
  return Count <= Few;
}

std::optional<PadDescription> PadReader::read(MachineBasicBlock &Pad) {
  for (unsigned I = 0; I != PadCode::RegisterCount; ++I) {
    Registers[I] = PadValue();
    if (isKeptByCalls(I)) {
      Registers[I].Kind = PadValue::Expression;
      Registers[I].Codes = {PadCode::Register + I};
    }
  }
  Slot = PadValue();
  Slot.Kind = PadValue::Expression;
  Slot.Codes = {PadCode::Register + RSP, PadCode::Load, 8};
  // Others have nothing in them that a pad could rely on.
  for (const MachineBasicBlock::RegisterMaskPair &LiveIn : Pad.liveins()) {
    std::optional<unsigned> Number = getNumber(LiveIn.PhysReg);
    if (!Number ||
        !(isKeptByCalls(*Number) || *Number == RAX || *Number == RDX))
      return std::nullopt;
  }
  // What the personality sets.
  Registers[RAX].Kind = PadValue::Exception;
  Registers[RDX] = getNumberValue(0);

  Words.clear();
  Before.clear();
  After.clear();
  Frame = PadValue();

  PadDescription Result;
  MachineBasicBlock *MBB = &Pad;
  SmallPtrSet<const MachineBasicBlock *, 4> Seen;
  for (;;) {
    if (!Seen.insert(MBB).second)
      return std::nullopt;
    for (auto I = MBB->instr_begin(), E = MBB->instr_end(); I != E; ++I) {
      if (I->isBundle())
        return std::nullopt;
      if (I->isUnconditionalBranch() && !I->isIndirectBranch())
        continue; // to the only successor
      if (!Result.Table && I->isCall()) {
        for (MachineBasicBlock *Outer : MBB->successors())
          if (Outer->isEHPad())
            Result.Outer = Outer;
        if ((Result.Outer && !reaches(*Result.Outer)) || !call(*I, Result))
          return std::nullopt;
        continue;
      }
      if (execute(*I, /*HasRun=*/Result.Table))
        continue;
      // It is left as it is, if it is not much and the chain has run.
      if (!Result.Table ||
          !isFewInstructions(MachineBasicBlock::iterator(*I)) ||
          any_of(MBB->successors(), [&](MachineBasicBlock *Next) {
            return PadBlocks.contains(Next);
          }))
        return std::nullopt;
      MachineBasicBlock *Rest = MBB;
      if (&*I != &MBB->front())
        Rest = MBB->splitAt(*std::prev(I), /*UpdateLiveIns=*/true);
      return finish(Result, Rest);
    }
    SmallVector<MachineBasicBlock *, 1> Successors;
    copy_if(MBB->successors(), std::back_inserter(Successors),
            [](const MachineBasicBlock *MBB) { return !MBB->isEHPad(); });
    if (Successors.empty() && Result.Table)
      return finish(Result, nullptr);
    if (Successors.size() != 1)
      return std::nullopt;
    MBB = Successors.front();
    if (!PadBlocks.contains(MBB))
      break;
  }
  if (!Result.Table)
    return std::nullopt;
  return finish(Result, MBB);
}

} // namespace defer
