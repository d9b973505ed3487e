//===-- ASTBuilder.cpp - Short names for AST nodes ------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ASTBuilder.h"

#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"

using namespace clang;

namespace defer {

Expr *ASTBuilder::ref(ValueDecl *D) const {
  QualType T = D->getType().getNonReferenceType();
  return DeclRefExpr::Create(C, NestedNameSpecifierLoc(), SourceLocation(), D,
                             /*RefersToEnclosingVariableOrCapture=*/false, Loc,
                             T, VK_LValue);
}

Expr *ASTBuilder::load(Expr *LValue) const {
  return ImplicitCastExpr::Create(
      C, LValue->getType().getUnqualifiedType(), CK_LValueToRValue, LValue,
      /*BasePath=*/nullptr, VK_PRValue, FPOptionsOverride());
}

Expr *ASTBuilder::read(ValueDecl *D) const { return load(ref(D)); }

Expr *ASTBuilder::addressOf(Expr *LValue) const {
  return UnaryOperator::Create(
      C, LValue, UO_AddrOf, C.getPointerType(LValue->getType()), VK_PRValue,
      OK_Ordinary, Loc, /*CanOverflow=*/false, FPOptionsOverride());
}

Expr *ASTBuilder::deref(Expr *Pointer) const {
  return UnaryOperator::Create(
      C, Pointer, UO_Deref, Pointer->getType()->getPointeeType(), VK_LValue,
      OK_Ordinary, Loc, /*CanOverflow=*/false, FPOptionsOverride());
}

Expr *ASTBuilder::member(VarDecl *Struct, FieldDecl *Field) const {
  return MemberExpr::CreateImplicit(C, ref(Struct), /*IsArrow=*/false, Field,
                                    Field->getType(), VK_LValue, OK_Ordinary);
}

Expr *ASTBuilder::arrow(Expr *Pointer, FieldDecl *Field) const {
  return MemberExpr::CreateImplicit(C, Pointer, /*IsArrow=*/true, Field,
                                    Field->getType(), VK_LValue, OK_Ordinary);
}

Expr *ASTBuilder::assign(Expr *LValue, Expr *Value) const {
  return BinaryOperator::Create(
      C, LValue, Value, BO_Assign, LValue->getType().getUnqualifiedType(),
      VK_PRValue, OK_Ordinary, Loc, FPOptionsOverride());
}

Expr *ASTBuilder::functionPointer(FunctionDecl *F) const {
  return ImplicitCastExpr::Create(
      C, C.getPointerType(F->getType()), CK_FunctionToPointerDecay, ref(F),
      /*BasePath=*/nullptr, VK_PRValue, FPOptionsOverride());
}

Expr *ASTBuilder::call(FunctionDecl *F, ArrayRef<Expr *> Arguments) const {
  return CallExpr::Create(C, functionPointer(F), Arguments, F->getReturnType(),
                          VK_PRValue, End, FPOptionsOverride());
}

Expr *ASTBuilder::pointerCast(Expr *Pointer, QualType T) const {
  return ImplicitCastExpr::Create(C, T, CK_BitCast, Pointer,
                                  /*BasePath=*/nullptr, VK_PRValue,
                                  FPOptionsOverride());
}

Expr *ASTBuilder::voidPointer(Expr *Pointer) const {
  return pointerCast(Pointer, C.VoidPtrTy);
}

Expr *ASTBuilder::notNull(Expr *Pointer) const {
  return ImplicitCastExpr::Create(C, C.BoolTy, CK_PointerToBoolean, Pointer,
                                  /*BasePath=*/nullptr, VK_PRValue,
                                  FPOptionsOverride());
}

Expr *ASTBuilder::isNull(Expr *Pointer) const {
  return UnaryOperator::Create(C, Pointer, UO_LNot, C.IntTy, VK_PRValue,
                               OK_Ordinary, Loc, /*CanOverflow=*/false,
                               FPOptionsOverride());
}

Expr *ASTBuilder::size(uint64_t Value) const {
  QualType T = C.getIntTypeForBitwidth(64, /*Signed=*/0);
  return IntegerLiteral::Create(C, llvm::APInt(64, Value), T, Loc);
}

Expr *ASTBuilder::nullPointer() const { return zero(C.VoidPtrTy); }

Expr *ASTBuilder::string(StringRef Text) const {
  QualType Char = C.CharTy.withConst();
  QualType Array = C.getStringLiteralArrayType(C.CharTy, Text.size());
  Expr *Literal = StringLiteral::Create(C, Text, StringLiteralKind::Ordinary,
                                        /*Pascal=*/false, Array, Loc);
  return ImplicitCastExpr::Create(
      C, C.getPointerType(Char), CK_ArrayToPointerDecay, Literal,
      /*BasePath=*/nullptr, VK_PRValue, FPOptionsOverride());
}

Expr *ASTBuilder::zero(QualType T) const {
  return new (C) ImplicitValueInitExpr(T);
}

Expr *ASTBuilder::statementExpr(CompoundStmt *Body, QualType T) const {
  return new (C) StmtExpr(Body, T, Loc, End, /*TemplateDepth=*/0);
}

Expr *ASTBuilder::pseudoObject(ArrayRef<Expr *> Written,
                               CompoundStmt *Emitted) const {
  // Opaque, lest what numbers the counters meets them twice.
  SmallVector<Stmt *, 4> Opaque;
  for (Expr *E : Written) {
    auto *Value =
        new (C) OpaqueValueExpr(E->getExprLoc(), E->getType(),
                                E->getValueKind(), E->getObjectKind(), E);
    Value->setIsUnique(true);
    Opaque.push_back(Value);
  }
  return PseudoObjectExpr::Create(C, statementExpr(compound(Opaque), C.VoidTy),
                                  statementExpr(Emitted, C.VoidTy),
                                  PseudoObjectExpr::NoResult);
}

CompoundStmt *ASTBuilder::compound(ArrayRef<Stmt *> Body) const {
  return CompoundStmt::Create(C, Body, FPOptionsOverride(), Loc, End);
}

Stmt *ASTBuilder::declare(VarDecl *D) const {
  return new (C) DeclStmt(DeclGroupRef(D), Loc, End);
}

Stmt *ASTBuilder::ifThen(Expr *Condition, Stmt *Then, Stmt *Else) const {
  return IfStmt::Create(C, Loc, IfStatementKind::Ordinary, /*Init=*/nullptr,
                        /*Var=*/nullptr, Condition, Loc, Loc, Then, Loc, Else);
}

Stmt *ASTBuilder::jump(LabelDecl *Label) const {
  return new (C) GotoStmt(Label, Loc, End);
}

Stmt *ASTBuilder::label(LabelDecl *Label, Stmt *S) const {
  auto *L = new (C) LabelStmt(Loc, Label, S ? S : null());
  Label->setStmt(L);
  return L;
}

Stmt *ASTBuilder::null() const { return new (C) NullStmt(Loc); }

VarDecl *ASTBuilder::variable(DeclContext *DC, StringRef Name, QualType T,
                              Expr *Init) const {
  VarDecl *V = VarDecl::Create(C, DC, Loc, Loc, &C.Idents.get(Name), T,
                               C.getTrivialTypeSourceInfo(T, Loc), SC_Auto);
  V->setInit(Init);
  V->setIsUsed();
  V->setReferenced();
  V->setImplicit();
  V->addAttr(NoDebugAttr::CreateImplicit(C));
  return V;
}

VarDecl *ASTBuilder::alias(DeclContext *DC, const VarDecl *V,
                           Expr *Referent) const {
  VarDecl *Alias =
      variable(DC, V->getName(), C.getLValueReferenceType(Referent->getType()),
               Referent);
  Alias->setImplicit(false);
  Alias->dropAttr<NoDebugAttr>();
  return Alias;
}

LabelDecl *ASTBuilder::newLabel(DeclContext *DC, StringRef Name) const {
  return LabelDecl::Create(C, DC, Loc, &C.Idents.get(Name));
}

FunctionDecl *ASTBuilder::function(StringRef Name, QualType Result,
                                   ArrayRef<QualType> Parameters,
                                   StorageClass SC) const {
  QualType T =
      C.getFunctionType(Result, Parameters, FunctionProtoType::ExtProtoInfo());
  DeclContext *TU = C.getTranslationUnitDecl();
  auto *F = FunctionDecl::Create(C, TU, Loc, Loc,
                                 DeclarationName(&C.Idents.get(Name)), T,
                                 C.getTrivialTypeSourceInfo(T, Loc), SC);
  SmallVector<ParmVarDecl *, 4> Parms;
  for (QualType P : Parameters) {
    Parms.push_back(ParmVarDecl::Create(C, F, Loc, Loc, /*Id=*/nullptr, P,
                                        C.getTrivialTypeSourceInfo(P, Loc),
                                        SC_None, /*DefArg=*/nullptr));
    Parms.back()->setScopeInfo(/*ScopeDepth=*/0, Parms.size() - 1);
  }
  F->setParams(Parms);
  F->setIsUsed();
  F->setReferenced();
  return F;
}

} // namespace defer
