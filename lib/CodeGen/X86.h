//===-- X86.h - What no header of LLVM says of x86 -------------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_CODEGEN_X86_H
#define DEFER_CODEGEN_X86_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class MachineFunction;
class MCRegister;
class TargetInstrInfo;
class TargetRegisterInfo;
} // namespace llvm

namespace defer {

/// Whether \p MF is made for x86-64 and ELF, with pointers of 64 bits.
bool isX86_64(const llvm::MachineFunction &MF);

/// LLVM's number of x86's instruction \p Name, which must be one. The header
/// with these numbers is not installed, and they differ from version to
/// version.
unsigned getX86Opcode(const llvm::TargetInstrInfo &TII, llvm::StringRef Name);

/// How many bits of a general register \p Register is; 0 if it is not its low
/// part, as ah.
unsigned getX86Width(const llvm::TargetRegisterInfo &TRI,
                     llvm::MCRegister Register);

} // namespace defer

#endif // DEFER_CODEGEN_X86_H
