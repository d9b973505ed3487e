//===-- PanicWords.h - What a panic does not ask for ---------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All pads of a function lead to one call of the run-time, with the words that
// any of its steps want. From most of the pads only some are wanted; what the
// others are is nobody's business, and need not be in a register until there.
//
//   before:                               after:
//     %first = phi [ @f.panic, %a ],        %first = phi [ @f.panic, %a ],
//                  [ @f.panic + 8, %b ]                  [ @f.panic + 8, %b ]
//                                           %w = phi [ %v, %a ], [ poison, %b ]
//     call @__defer_unwind_words(           call @__defer_unwind_words(
//         %exn, %first, %v, ...)                %exn, %first, %w, ...)
//
// LLVM makes the left of the right where it can: so this is done last.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_PANICWORDS_H
#define DEFER_TRANSFORMS_PANICWORDS_H

namespace llvm {
class Function;
}

namespace defer {

void dropUnusedWords(llvm::Function &F);

} // namespace defer

#endif // DEFER_TRANSFORMS_PANICWORDS_H
