//===-- Compat.h - Differences between LLVM versions ---------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every LLVM_VERSION_MAJOR of the project stands here.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_COMPAT_H
#define DEFER_COMPAT_H

#include "llvm/Config/llvm-config.h"

#if LLVM_VERSION_MAJOR >= 22
#include "llvm/Plugins/PassPlugin.h"
#else
#include "llvm/Passes/PassPlugin.h"
#endif

namespace defer {

/// Whether LLVM's x86 code generator may move code out of landing pads
/// (llvm#114194, mended in 20): see Transforms/PadFence.h.
constexpr bool HoistsOutOfLandingPads = LLVM_VERSION_MAJOR < 20;

/// Whether its code generator may sink a copy into a landing pad, over what the
/// unwinder has put in the same register (llvm#224802, open): see there, too.
constexpr bool SinksIntoLandingPads = true;

/// Whether a plugin gets passes into code generators: see CodeGen.
constexpr bool HasCodeGenPasses = LLVM_VERSION_MAJOR >= 22;

/// Whether a linker makes the code, which has no passes of ours: what an
/// extension point's callback is told behind its level. Until 20 that is
/// nothing.
inline bool isBeforeLink() { return false; }
template <typename PhaseT> bool isBeforeLink(PhaseT Phase) {
  return Phase != PhaseT::None;
}

/// The type of a record declaration. A template, for this file is also read
/// where there is no Clang.
template <typename ASTContextT, typename RecordDeclT>
auto getRecordType(ASTContextT &Context, const RecordDeclT *Record) {
#if LLVM_VERSION_MAJOR >= 22
  return Context.getCanonicalTagType(Record);
#else
  return Context.getRecordType(Record);
#endif
}

/// Which flow warnings are on: since 22 that depends on the place.
template <typename AnalysisBasedWarningsT, typename SourceLocationT>
auto getWarningPolicy(AnalysisBasedWarningsT &Warnings, SourceLocationT Loc) {
#if LLVM_VERSION_MAJOR >= 22
  return Warnings.getPolicyInEffectAt(Loc);
#else
  (void)Loc;
  return Warnings.getDefaultPolicy();
#endif
}

/// The type of an array whose size is `Size`; until 22 it kept its brackets'
/// place.
template <typename ASTContextT, typename QualTypeT, typename ExprT,
          typename ModifierT>
QualTypeT getVariableArrayType(ASTContextT &Context, QualTypeT Element,
                               ExprT *Size, ModifierT Modifier) {
#if LLVM_VERSION_MAJOR >= 22
  return Context.getVariableArrayType(Element, Size, Modifier,
                                      /*IndexTypeQuals=*/0);
#else
  return Context.getVariableArrayType(Element, Size, Modifier,
                                      /*IndexTypeQuals=*/0,
                                      /*Brackets=*/{});
#endif
}

/// The label that a `break` or `continue` names, or null: since 22.
template <typename LabelDeclT, typename StmtT>
LabelDeclT *getLoopName(StmtT *S) {
#if LLVM_VERSION_MAJOR >= 22
  return S->getLabelDecl();
#else
  (void)S;
  return nullptr;
#endif
}

/// The loop or switch that the label is of.
template <typename StmtT> auto getNamedLoop(StmtT *S) {
#if LLVM_VERSION_MAJOR >= 22
  return S->getNamedLoopOrSwitch();
#else
  return S;
#endif
}

template <typename StmtT, typename LabelDeclT>
void setLoopName(StmtT *S, LabelDeclT *Label) {
#if LLVM_VERSION_MAJOR >= 22
  S->setLabelDecl(Label);
#else
  (void)S, (void)Label;
#endif
}

/// Whether a copy of the pointer \p V may outlive this call of its function, or
/// be seen by others. A template, for most that read this file do not need it.
template <typename ValueT> bool isCaptured(const ValueT &V) {
#if LLVM_VERSION_MAJOR >= 22
  return PointerMayBeCaptured(&V, /*ReturnCaptures=*/true);
#else
  return PointerMayBeCaptured(&V, /*ReturnCaptures=*/true,
                              /*StoreCaptures=*/true);
#endif
}

} // namespace defer

#endif // DEFER_COMPAT_H
