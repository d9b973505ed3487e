//===-- Thunks.h - What a thunk does, and what may be done to it -*- C++ -*-==//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_THUNKS_H
#define DEFER_TRANSFORMS_THUNKS_H

#include "llvm/ADT/APInt.h"
#include "llvm/IR/PassManager.h"
#include <cstdint>
#include <optional>

namespace llvm {
class Constant;
class Function;
class FunctionType;
class Type;
} // namespace llvm

namespace defer {

/// Whether \p Thunk has an assembler label of its own, which can stand in a
/// program only once (D13).
bool hasAsmLabel(llvm::Function &Thunk);

/// Whether \p Thunk has no intrinsics, any more: in a recursion it may.
bool isLowered(const llvm::Function &Thunk);

/// Whether \p Thunk can be there twice.
bool canClone(llvm::Function &Thunk);

/// Whether \p Thunk can be inlined, more than once.
bool canInline(llvm::Function &Thunk, const llvm::Function &Caller);

/// Puts the variables of \p Thunk into registers, so that it shows what it does
/// with its context.
void simplifyThunk(llvm::Function &Thunk, llvm::FunctionAnalysisManager &FAM);

/// Whether \p Thunk may keep the pointer that lies at \p Offset in its context,
/// or give it to somebody else.
bool mayCapture(llvm::Function &Thunk, uint64_t Offset);

/// The call that is all that a thunk does but for arming it.
struct DirectCall {
  llvm::Function *Callee;
  /// Its only argument, or both null: a constant, or the context's field of a
  /// type, which lies at Offset.
  llvm::Constant *Argument = nullptr;
  llvm::Type *Field = nullptr;
  uint64_t Offset = 0;
  /// The argument is a copy on the stack of what lies at Offset, of this size;
  /// or 0.
  uint64_t CopiedSize = 0;
  /// How an argument of less than 32 bits is extended.
  bool IsZeroExtended = false;
};
std::optional<DirectCall> findDirectCall(llvm::Function &Thunk);

/// All that a thunk does, if it changes an integer that is always at one place
/// by a number, or sets it to one: `defer { depth--; }`.
struct PlainChange {
  llvm::Constant *Address;
  uint64_t Size; ///< In bytes, a power of two.
  llvm::APInt Number;
  bool Adds; ///< To what is there.
};
std::optional<PlainChange> findPlainChange(llvm::Function &Thunk);

/// Whether \p Thunk may recover what it is called for: not without knowing it.
bool mayRecover(const llvm::Function &Thunk);

/// Tells \p Thunk that it is called in panics only.
void makeCold(llvm::Function &Thunk);

/// Gives \p Thunk, which records refer to, a copy for panics, so that a normal
/// return does not pay for what only they need:
///
///   define void @f.defer.0(ptr %context, ptr %exception) {
///     %panics = icmp ne ptr %exception, null
///     br i1 %panics, label %panic, label %normal
///   panic:
///     tail call void @f.defer.0.panic(ptr %context, ptr %exception) ; cold
///     ret void
///   normal:                              ; what it was, without an exception
void splitThunk(llvm::Function &Thunk, llvm::FunctionType *ThunkType);

} // namespace defer

#endif // DEFER_TRANSFORMS_THUNKS_H
