//===-- X86.cpp - What no header of LLVM says of x86 ----------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "X86.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetRegisterInfo.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace defer {

bool isX86_64(const MachineFunction &MF) {
  const Triple &Target = MF.getTarget().getTargetTriple();
  return Target.getArch() == Triple::x86_64 && Target.isOSBinFormatELF() &&
         !Target.isX32();
}

unsigned getX86Opcode(const TargetInstrInfo &TII, StringRef Name) {
  static const StringMap<unsigned> Opcodes = [&] {
    StringMap<unsigned> Opcodes;
    for (unsigned I = 0, E = TII.getNumOpcodes(); I != E; ++I)
      Opcodes[TII.getName(I)] = I;
    return Opcodes;
  }();
  return Opcodes.at(Name);
}

unsigned getX86Width(const TargetRegisterInfo &TRI, MCRegister Register) {
  if (StringRef(TRI.getName(Register)).ends_with("H"))
    return 0;
  return TRI.getRegSizeInBits(*TRI.getMinimalPhysRegClass(Register));
}

} // namespace defer
