//===-- Opcodes.h - x86's instructions by their names ----------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_CODEGEN_OPCODES_H
#define DEFER_CODEGEN_OPCODES_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class TargetInstrInfo;
} // namespace llvm

namespace defer {

/// LLVM's number of x86's instruction \p Name, which must be one. The header
/// with these numbers is not installed, and they differ from version to
/// version.
unsigned getX86Opcode(const llvm::TargetInstrInfo &TII, llvm::StringRef Name);

} // namespace defer

#endif // DEFER_CODEGEN_OPCODES_H
