//===-- Opcodes.cpp - x86's instructions by their names -------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Opcodes.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/CodeGen/TargetInstrInfo.h"

using namespace llvm;

namespace defer {

unsigned getX86Opcode(const TargetInstrInfo &TII, StringRef Name) {
  static const StringMap<unsigned> Opcodes = [&] {
    StringMap<unsigned> Opcodes;
    for (unsigned I = 0, E = TII.getNumOpcodes(); I != E; ++I)
      Opcodes[TII.getName(I)] = I;
    return Opcodes;
  }();
  return Opcodes.at(Name);
}

} // namespace defer
