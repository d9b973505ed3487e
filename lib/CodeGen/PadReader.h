//===-- PadReader.h - What the code of a landing pad does ------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows the machine code of a pad, instruction by instruction, with values
// that are expressions in what the registers were at the call.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_CODEGEN_PADREADER_H
#define DEFER_CODEGEN_PADREADER_H

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/CodeGen/MachineBasicBlock.h"
#include <array>
#include <optional>

namespace llvm {
class GlobalValue;
class GlobalVariable;
class MachineFunction;
class MachineInstr;
class MachineOperand;
class TargetInstrInfo;
class TargetRegisterInfo;
} // namespace llvm

namespace defer {

/// The codes of lib/Runtime/abi.h.
struct PadCode {
  enum : unsigned {
    End,
    Frame,
    Run,
    RunInner,
    Table,
    Add,
    And,
    Or,
    ShiftLeft,
    ShiftRight,
    Number,
    Complement,
    Load,
    Word0,
    Word1,
    Store,
    Word = 16,
    Register = 32,
    Set = 48,
    Clear = 64,
    Value = 80
  };
  static constexpr unsigned RegisterCount = 16, ValueCount = 48;
  /// Of the stack.
  static constexpr unsigned Depth = 8;
};

/// What is known of a register.
struct PadValue {
  enum KindTy {
    Undefined, ///< Whatever: no code relies on it.
    Lost,      ///< Cannot be described.
    Exception,
    Address, ///< Of a global, and an offset.
    Number,
    Expression
  };
  KindTy Kind = Undefined;
  /// The low bits alone are the value. Those above are 0 if they are 32, and
  /// what they were if they are fewer.
  unsigned Bits = 64;
  /// An expression has no others.
  unsigned MostBits = 64;
  const llvm::GlobalValue *Global = nullptr;
  int64_t Offset = 0; ///< Or the number.
  llvm::SmallVector<unsigned, 8> Codes;
  bool Loads = false;
};

/// What a pad does.
struct PadDescription {
  const llvm::GlobalVariable *Table = nullptr;
  unsigned FirstStep = 0;
  llvm::SmallVector<unsigned, 16> Codes;    ///< Without End.
  llvm::SmallVector<unsigned, 4> Registers; ///< What it reads, DWARF's numbers.
  /// Where it goes on; null if it never does.
  llvm::MachineBasicBlock *Next = nullptr;
  /// A pad of the function that this one's was inlined in.
  llvm::MachineBasicBlock *Outer = nullptr;
};

class PadReader {
public:
  /// \p PadBlocks are those which nothing but pads lead to.
  PadReader(const llvm::MachineFunction &MF,
            const llvm::SmallPtrSetImpl<llvm::MachineBasicBlock *> &PadBlocks);

  /// What \p Pad does, or nothing if that cannot be described. May divide its
  /// last block, where it goes on.
  std::optional<PadDescription> read(llvm::MachineBasicBlock &Pad);

  /// How many bytes an instruction named \p Name moves to a register, or from
  /// one, or as a number to memory; 0 if no pad with it has a description.
  static unsigned getLoadedSize(llvm::StringRef Name);
  static unsigned getStoredSize(llvm::StringRef Name);

private:
  using Operand = llvm::MachineOperand;

  std::optional<unsigned> getNumber(llvm::MCRegister Register) const;
  PadValue get(const Operand &MO) const;
  void set(const Operand &MO, PadValue V);
  std::optional<PadValue> getAddress(const llvm::MachineInstr &MI,
                                     unsigned First) const;
  bool isInSlot(const llvm::MachineInstr &MI, unsigned First) const;
  PadValue load(const llvm::MachineInstr &MI, unsigned Size) const;
  bool execute(const llvm::MachineInstr &MI, bool HasRun);
  bool store(const llvm::MachineInstr &MI, unsigned Size, bool HasRun);
  bool executeArithmetic(const llvm::MachineInstr &MI, llvm::StringRef Name);
  bool call(const llvm::MachineInstr &MI, PadDescription &Result);
  bool isAtCall(unsigned Number) const;
  bool isSlotAtCall() const;
  bool describeSlot(PadDescription &Result) const;
  bool reaches(const llvm::MachineBasicBlock &Outer) const;
  bool describeWay(PadDescription &Result, const llvm::MachineBasicBlock &Next);
  bool describeFrame(PadDescription &Result);
  std::optional<PadDescription> finish(PadDescription &Result,
                                       llvm::MachineBasicBlock *Next);

  const llvm::SmallPtrSetImpl<llvm::MachineBasicBlock *> &PadBlocks;
  const llvm::TargetInstrInfo &TII;
  const llvm::TargetRegisterInfo &TRI;
  std::array<PadValue, PadCode::RegisterCount> Registers;
  /// What is where the stack pointer points to, if defer-fold-save has a value
  /// there. Calls keep it as they do a register.
  PadValue Slot;
  llvm::SmallVector<PadValue, 4> Words;         ///< What the chain is given,
  PadValue Frame;                               ///< or where the frame is.
  llvm::SmallVector<unsigned, 8> Before, After; ///< What is stored, and when.
};

} // namespace defer

#endif // DEFER_CODEGEN_PADREADER_H
