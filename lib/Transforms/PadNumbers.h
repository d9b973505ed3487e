//===-- PadNumbers.h - Pads that are a number and a jump ------ -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each pad says at which step of the function's table the panic chain begins.
// An address is a long instruction for it (7 bytes on x86, 8 on AArch64); a
// small number that is added to what is in a register already is a short one
// (3, 4). Such is the selector, which our personality sets to 0.
//
//   before:                               after:
//   pad.a:                                pad.a:
//     %a = landingpad cleanup               %a = landingpad cleanup
//     br label %unwind                      %sel.a = extractvalue %a, 1
//   pad.b:                                  %n.a = add i32 %sel.a, 1
//     %b = landingpad cleanup               br label %unwind
//     br label %unwind                    pad.b:
//   unwind:                                 %b = landingpad cleanup
//     %first = phi [ @f.panic + 8, %pad.a ], %n.b = extractvalue %b, 1
//                  [ @f.panic, %pad.b ]     br label %unwind
//                                         unwind:
//                                           %n = phi [ %n.a, ... ], [ %n.b, ...
//                                           %first = getelementptr @f.panic, %n
//
// Not in tables that are longer than what one byte counts.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_PADNUMBERS_H
#define DEFER_TRANSFORMS_PADNUMBERS_H

namespace llvm {
class Function;
}

namespace defer {

void numberPads(llvm::Function &F);

} // namespace defer

#endif // DEFER_TRANSFORMS_PADNUMBERS_H
