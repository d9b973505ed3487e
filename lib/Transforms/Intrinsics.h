//===-- Intrinsics.h - The intrinsics of defer ---------------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The IR contract between a front end and the LowerDefer pass: four functions,
// described in docs/IR.md in the manner of the LLVM Language Reference.
//
//   declare void @defer.call(ptr %thunk, ptr %context, i64 size, i64 align)
//   declare i1   @defer.frame(ptr %result)
//   declare void @defer.run()
//   declare ptr  @defer.storage(i64 size, i64 align)
//
// They are ordinary external functions, for a plugin cannot add to LLVM's own.
// Their full names carry a suffix that tells, in the linker's message, what to
// do about a call that was never lowered.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_INTRINSICS_H
#define DEFER_TRANSFORMS_INTRINSICS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>

namespace llvm {
class CallBase;
class Function;
class Instruction;
class Module;
class Twine;
class Value;
} // namespace llvm

namespace defer {

enum class Intrinsic { None, Call, Frame, Run, Storage };

/// What follows `defer.call` and so on in the symbol's name.
inline constexpr llvm::StringLiteral IntrinsicSuffix =
    ".needs_fpass_plugin_LowerDefer_so";

/// The whole symbol name of \p ID, which is not None.
std::string getIntrinsicName(Intrinsic ID);

/// Which intrinsic \p F is, going by its name alone.
Intrinsic getIntrinsic(const llvm::Function *F);

/// Which intrinsic \p V calls directly.
Intrinsic getIntrinsic(const llvm::Value *V);

/// What the front end was told about the lowering, which may run in another
/// process: words in the list that the attribute `llvm.assume` of an
/// intrinsic's declaration is.
inline constexpr llvm::StringLiteral ModeAssumption = "defer:mode="; ///< + mode

/// The operands of a `defer.call`, already verified.
struct DeferCallOperands {
  llvm::Value *Thunk;
  llvm::Value *Context;
  uint64_t Size;
  uint64_t Align;
  explicit DeferCallOperands(const llvm::CallBase &Site);
};

/// Reports \p Message for \p F, at \p I's location and with its text if there
/// is one, as an error through the LLVMContext.
void reportError(const llvm::Function &F, const llvm::Instruction *I,
                 const llvm::Twine &Message);

/// Whether the personality of \p F, if it has one, is ours or C's, for which
/// ours stands in: the tables of both have nothing but cleanups.
bool hasCompatiblePersonality(const llvm::Function &F);

/// Reports declarations of a wrong type and uses other than direct calls.
/// \returns true if all is well.
bool verifyDeclarations(llvm::Module &M);

/// Reports calls in \p F that the contract forbids, as far as that can be told
/// without knowing what is pending where (DeferInfo tells the rest).
/// \returns true if all is well.
bool verifyCalls(llvm::Function &F);

} // namespace defer

#endif // DEFER_TRANSFORMS_INTRINSICS_H
