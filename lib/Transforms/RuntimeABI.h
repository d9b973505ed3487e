//===-- RuntimeABI.h - The run-time's functions, for the pass - -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// lib/Runtime/abi.h in LLVM's terms. Change both together, and the version in
// the personality's name with them.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_RUNTIMEABI_H
#define DEFER_TRANSFORMS_RUNTIMEABI_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/IR/DerivedTypes.h"

namespace llvm {
class CallBase;
class CallInst;
class Function;
class Module;
} // namespace llvm

namespace defer {

/// Declares what lowered code calls in \p M, each function when it is first
/// asked for.
class RuntimeABI {
public:
  static constexpr llvm::StringLiteral PersonalityName =
      "__defer_personality_v0";
  static constexpr llvm::StringLiteral CPersonalityName =
      "__gcc_personality_v0";

  static constexpr llvm::StringLiteral AllocateName = "__defer_allocate";
  static constexpr llvm::StringLiteral UnwindName = "__defer_unwind";
  static constexpr llvm::StringLiteral UnwindWordsName = "__defer_unwind_words";
  static constexpr llvm::StringLiteral ArmName = "__defer_arm";
  static constexpr llvm::StringLiteral RecoverName = "__defer_recover";

  /// Whether \p F has our personality: it has pads of ours.
  static bool hasPersonality(const llvm::Function &F);
  /// The calls in \p F of the run-time's function \p Name: all of them, for
  /// llvm::CallBase, or those that are no invokes.
  template <typename CallT = llvm::CallInst>
  static llvm::SmallVector<CallT *, 2> findCalls(llvm::Function &F,
                                                 llvm::StringRef Name);
  /// Those in \p F that run a panic chain.
  template <typename CallT>
  static llvm::SmallVector<CallT *, 2> findUnwinds(llvm::Function &F) {
    llvm::SmallVector<CallT *, 2> Calls = findCalls<CallT>(F, UnwindName);
    llvm::append_range(Calls, findCalls<CallT>(F, UnwindWordsName));
    return Calls;
  }

  explicit RuntimeABI(llvm::Module &M);

  llvm::Function *personality();
  /// ptr (ptr list, size_t size, size_t align): a record, or null.
  llvm::Function *allocate();
  /// ptr (ptr list, size_t size, size_t align)
  llvm::Function *storage();
  /// void (ptr list, ptr exception)
  llvm::Function *drain();
  /// void () noreturn
  llvm::Function *outOfMemory();
  /// void (ptr exception, ptr first step, ptr frame)
  llvm::Function *unwind();
  /// { size_t, size_t } (ptr exception, ptr first step, size_t word...): the
  /// first two words as they are then.
  static constexpr unsigned WordCount = 4, WordsReturned = 2;
  llvm::Function *unwindWords();
  /// void (ptr function name, ptr reason) noreturn
  llvm::Function *cannotReturn();
  /// void (ptr exception)
  llvm::Function *cannotUnwind();

  llvm::PointerType *ptrType() const { return Ptr; }
  llvm::IntegerType *sizeType() const { return Size; }
  /// struct defer_record, without the context that follows it.
  llvm::StructType *recordType() const { return Record; }
  /// struct defer_list, and its fields.
  static constexpr unsigned ListTop = 0, ListCursor = 1, ListLimit = 2;
  llvm::StructType *listType() const { return List; }
  /// What a landing pad yields: { ptr exception, i32 selector }.
  llvm::StructType *padType() const { return Pad; }
  static llvm::StructType *getPadType(llvm::LLVMContext &Context);
  /// void (ptr context, ptr exception)
  llvm::FunctionType *thunkType() const;

private:
  llvm::Function *declare(llvm::StringRef Name, llvm::Type *Result,
                          llvm::ArrayRef<llvm::Type *> Parameters);

  llvm::Module &M;
  llvm::PointerType *Ptr;
  llvm::IntegerType *Size;
  llvm::Type *Void;
  llvm::StructType *Record, *List, *Pad;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_RUNTIMEABI_H
