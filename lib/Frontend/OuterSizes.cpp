//===-- OuterSizes.cpp - Array sizes from outside of a block --------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OuterSizes.h"

#include "Compat.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace defer {

OuterSizes::OuterSizes(ASTContext &C, CompoundStmt *Block, CountFn Count)
    : C(C), Block(Block), Count(std::move(Count)) {
  TraverseStmt(Block);
  Collecting = false;
}

void OuterSizes::mapBlock() { TraverseStmt(Block); }

bool OuterSizes::dependsOnOuter(QualType T) const {
  if (T.isNull()) // the text of a static assertion has none
    return false;
  T = T.getCanonicalType();
  while (T->isVariablyModifiedType()) {
    if (auto *Array = dyn_cast<VariableArrayType>(T.getTypePtr()))
      if (Array->getSizeExpr() &&
          !Inner.count(Array->getSizeExpr()->IgnoreParenImpCasts()))
        return true;
    if (auto *Array = dyn_cast<ArrayType>(T.getTypePtr()))
      T = Array->getElementType();
    else if (T->isAnyPointerType())
      T = T->getPointeeType();
    else
      break;
  }
  return false;
}

QualType OuterSizes::map(QualType T) {
  if (!dependsOnOuter(T))
    return T;
  SplitQualType Split = T.getCanonicalType().split();
  QualType New;
  if (auto *Array = dyn_cast<VariableArrayType>(Split.Ty)) {
    QualType Element = map(Array->getElementType());
    Expr *Size = Array->getSizeExpr();
    if (Size && !Inner.count(Size->IgnoreParenImpCasts())) {
      Expr *&Counted = Counts[Size];
      if (!Counted)
        Counted = Count(Array);
      Size = Counted;
      // Of this type, too, the size is known in the block from here on.
      Inner.insert(Size->IgnoreParenImpCasts());
    }
    New = getVariableArrayType(C, Element, Size, ArraySizeModifier::Normal);
  } else if (auto *Array = dyn_cast<ConstantArrayType>(Split.Ty)) {
    New =
        C.getConstantArrayType(map(Array->getElementType()), Array->getSize(),
                               /*SizeExpr=*/nullptr, ArraySizeModifier::Normal,
                               /*IndexTypeQuals=*/0);
  } else if (auto *Pointer = dyn_cast<PointerType>(Split.Ty)) {
    New = C.getPointerType(map(Pointer->getPointeeType()));
  } else {
    return T;
  }
  return C.getQualifiedType(New, Split.Quals);
}

bool OuterSizes::VisitVariableArrayTypeLoc(VariableArrayTypeLoc TL) {
  if (Collecting && TL.getSizeExpr())
    Inner.insert(TL.getSizeExpr()->IgnoreParenImpCasts());
  return true;
}

bool OuterSizes::VisitVarDecl(VarDecl *V) {
  if (!Collecting)
    V->setType(map(V->getType()));
  return true;
}

bool OuterSizes::VisitTypedefDecl(TypedefDecl *D) {
  if (!Collecting && dependsOnOuter(D->getUnderlyingType()))
    D->setTypeSourceInfo(C.getTrivialTypeSourceInfo(map(D->getUnderlyingType()),
                                                    D->getLocation()));
  return true;
}

bool OuterSizes::VisitUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E) {
  if (!Collecting && E->isArgumentType() &&
      dependsOnOuter(E->getArgumentType()))
    E->setArgument(C.getTrivialTypeSourceInfo(map(E->getArgumentType()),
                                              E->getBeginLoc()));
  return true;
}

bool OuterSizes::VisitVAArgExpr(VAArgExpr *E) {
  TypeSourceInfo *Written = E->getWrittenTypeInfo();
  if (!Collecting && dependsOnOuter(Written->getType()))
    E->setWrittenTypeInfo(
        C.getTrivialTypeSourceInfo(map(Written->getType()), E->getBeginLoc()));
  return true;
}

bool OuterSizes::VisitExpr(Expr *E) {
  if (!Collecting)
    E->setType(map(E->getType()));
  return true;
}

} // namespace defer
