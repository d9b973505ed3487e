//===-- ResultAttr.cpp - The attribute behind defer_result ----------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Being registered also makes `__has_attribute(__defer_result__)` true, by
// which defer.h knows that the plugin is loaded.
//
//===----------------------------------------------------------------------===//

#include "ResultAttr.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/Sema/ParsedAttr.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace {

class ResultAttrInfo : public ParsedAttrInfo {
public:
  ResultAttrInfo() {
    OptArgs = 0;
    static constexpr Spelling Names[] = {
        {ParsedAttr::AS_GNU, "defer_result"},
        {ParsedAttr::AS_GNU, "__defer_result__"},
        {ParsedAttr::AS_C23, "defer::result"},
    };
    Spellings = Names;
  }

  bool diagAppertainsToDecl(Sema &S, const ParsedAttr &Attr,
                            const Decl *D) const override {
    auto *Named = dyn_cast<NamedDecl>(D);
    std::string Name = Named ? Named->getNameAsString() : "";
    auto Report = [&](const char *Text) {
      S.Diag(Named ? Named->getLocation() : Attr.getLoc(),
             S.Diags.getDiagnosticIDs()->getCustomDiagID(DiagnosticIDs::Error,
                                                         Text))
          << Name;
      return false;
    };
    auto *V = dyn_cast<VarDecl>(D);
    if (!V) {
      S.Diag(Attr.getLoc(), S.Diags.getDiagnosticIDs()->getCustomDiagID(
                                DiagnosticIDs::Error,
                                "only a local variable of a function can be "
                                "its result variable"));
      return false;
    }
    if (isa<ParmVarDecl>(V))
      return Report("parameter '%0' cannot be the result variable");
    if (V->isStaticLocal())
      return Report("result variable '%0' must not be static");
    if (!V->isLocalVarDecl())
      return Report("global variable '%0' cannot be the result variable");
    if (V->hasExternalStorage())
      return Report("result variable '%0' must not be extern");
    return true;
  }

  AttrHandling handleDeclAttribute(Sema &S, Decl *D,
                                   const ParsedAttr &Attr) const override {
    D->addAttr(AnnotateAttr::CreateImplicit(S.Context, defer::ResultAnnotation,
                                            nullptr, 0, Attr.getRange()));
    // Every return uses it, whether the source mentions it again or not.
    D->addAttr(UnusedAttr::CreateImplicit(S.Context));
    return AttributeApplied;
  }
};

} // namespace

static ParsedAttrInfoRegistry::Add<ResultAttrInfo>
    Registration("defer_result", "names the variable that holds the result");
