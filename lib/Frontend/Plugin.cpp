//===-- Plugin.cpp - The Clang plugin -------------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One flag, -fplugin=ClangDefer.so, turns on everything: the keyword, the
// rewriting of functions that defer, the lowering pass, and unwinding for C.
//
//===----------------------------------------------------------------------===//

#include "Checks.h"
#include "FlowForm.h"
#include "FlowWarnings.h"
#include "Keyword.h"
#include "Rewrite.h"
#include "Transforms/Intrinsics.h"
#include "Transforms/PassRegistration.h"
#include "Warnings.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/CodeGenOptions.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm-c/Core.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/TargetParser/Triple.h"
#include <cstdio>
#include <cstdlib>

using namespace clang;

namespace {

/// A plugin of another version crashes, or does nothing, sooner or later:
/// better to stop before it is registered. LLVM's C API is stable enough to
/// ask.
__attribute__((constructor(101))) void checkVersion() {
  unsigned Major = 0, Minor = 0, Patch = 0;
  LLVMGetVersion(&Major, &Minor, &Patch);
  if (Major == LLVM_VERSION_MAJOR)
    return;
  std::fprintf(stderr,
               "error: ClangDefer.so was built for clang %d and loaded into "
               "clang %u: use clang-%d, or a build of clang-defer for %u\n",
               LLVM_VERSION_MAJOR, Major, LLVM_VERSION_MAJOR, Major);
  std::exit(1);
}

/// What a statement means must not hang on the order of includes: `defer` must
/// not become another macro after defer.h. (What it was before, defer.h can
/// tell.)
class MacroWatch : public PPCallbacks {
public:
  explicit MacroWatch(Preprocessor &PP) : PP(PP) {}

  void MacroDefined(const Token &Name, const MacroDirective *New) override {
    const IdentifierInfo *II = Name.getIdentifierInfo();
    const MacroDirective *Old = New->getPrevious();
    if (!Old || !II->isStr("defer") || !isOurs(Old->getMacroInfo()) ||
        isOurs(New->getMacroInfo()))
      return;
    DiagnosticsEngine &Diags = PP.getDiagnostics();
    DiagnosticIDs &IDs = *Diags.getDiagnosticIDs();
    Diags.Report(Name.getLocation(),
                 IDs.getCustomDiagID(
                     DiagnosticIDs::Error,
                     "`defer` becomes another macro here: defer.h makes it "
                     "__builtin_defer, whose scope is the function; define "
                     "DEFER_NO_KEYWORD before defer.h and write "
                     "__builtin_defer, or leave this definition out"));
    Diags.Report(Old->getMacroInfo()->getDefinitionLoc(),
                 IDs.getCustomDiagID(DiagnosticIDs::Note,
                                     "this is defer.h's definition"));
  }

private:
  static bool isOurs(const MacroInfo *Info) {
    return Info && Info->isObjectLike() && Info->getNumTokens() == 1 &&
           Info->getReplacementToken(0).getIdentifierInfo() &&
           Info->getReplacementToken(0).getIdentifierInfo()->isStr(
               "__builtin_defer");
  }

  Preprocessor &PP;
};

class DeferConsumer : public ASTConsumer {
public:
  /// \p SplitsForUs: functions are split because we have asked for it.
  DeferConsumer(CompilerInstance &CI, defer::WarningOptions Warnings,
                std::string Assumptions, bool SplitsForUs)
      : CI(CI), Warnings(Warnings), Assumptions(std::move(Assumptions)),
        SplitsForUs(SplitsForUs), Keyword(CI.getPreprocessor()), Flow(CI) {
    Keyword.setOnFunctionEnd([this] { Flow.hold(); });
  }

  void Initialize(ASTContext &Context) override {
    const CodeGenOptions &Options = CI.getCodeGenOpts();
    bool CountsStatements = Options.hasProfileClangInstr() ||
                            Options.hasProfileClangUse() ||
                            !Options.CoverageNotesFile.empty();
    Rewriter.emplace(Context, Keyword, CountsStatements, Assumptions);
  }

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    if (!Keyword.takeSeen())
      return true;
    for (Decl *D : Group) {
      if (auto *F = dyn_cast<FunctionDecl>(D)) {
        if (F->doesThisDeclarationHaveABody() &&
            isa_and_nonnull<CompoundStmt>(F->getBody()))
          handle(F);
      } else if (auto *V = dyn_cast<VarDecl>(D); V && V->hasInit()) {
        checkBlockLiterals(V->getInit(), Keyword, CI.getDiagnostics());
      }
    }
    return true;
  }

  void HandleTranslationUnit(ASTContext &) override {
    // After another error statements may be missing from the AST.
    if (!CI.getDiagnostics().hasErrorOccurred())
      Keyword.diagnoseUnclaimed();
    // Only where something defers is there something to be split off, and LLVM
    // analyzes every function for it.
    if (SplitsForUs && !HasRewritten)
      CI.getCodeGenOpts().SplitMachineFunctions = 0;
  }

private:
  void handle(FunctionDecl *F) {
    defer::FunctionSummary Summary =
        checkFunction(F, Keyword, CI.getDiagnostics());
    bool Held = Flow.release(F);
    if (Summary.Valid)
      warnAbout(F, Keyword, CI.getDiagnostics(), Warnings);
    if (!Summary.Valid || F->isInvalidDecl() ||
        CI.getDiagnostics().hasUncompilableErrorOccurred())
      return;
    bool ForAnalyzer =
        CI.getFrontendOpts().ProgramAction == frontend::RunAnalysis;
    if (Held) {
      defer::FlowForm Form(F, Summary, Keyword, defer::FlowForm::Warnings);
      Flow.issue(F);
      Form.undo();
    }
    if (ForAnalyzer) { // which comes next, and wants no code
      defer::FlowForm(F, Summary, Keyword, defer::FlowForm::Analyzer);
      return;
    }
    if (CI.getDiagnostics().hasErrorOccurred() ||
        !(Summary.Defers || Summary.Recovers || Summary.Result))
      return;
    HasRewritten = true;
    for (FunctionDecl *Thunk : Rewriter->rewrite(F, Summary))
      CI.getASTConsumer().HandleTopLevelDecl(DeclGroupRef(Thunk));
  }

  CompilerInstance &CI;
  defer::WarningOptions Warnings;
  std::string Assumptions;
  bool SplitsForUs, HasRewritten = false;
  defer::Keyword Keyword;
  defer::FlowWarnings Flow;
  std::optional<defer::Rewriter> Rewriter;
};

class DeferAction : public PluginASTAction {
protected:
  bool ParseArgs(const CompilerInstance &CI,
                 const std::vector<std::string> &Arguments) override {
    for (StringRef Argument : Arguments) {
      StringRef Name = Argument.ltrim('-');
      if (Name == "no-lower") {
        Lower = false;
        continue;
      }
      if (Name == "no-warn-loop") {
        Warnings.Loop = false;
        continue;
      }
      if (Name == "no-warn-cleanup") {
        Warnings.Cleanup = false;
        continue;
      }
      if (Name.consume_front("mode="))
        if (auto Parsed = defer::parseLoweringMode(Name)) {
          Mode = *Parsed;
          continue;
        }
      DiagnosticsEngine &Diags = CI.getDiagnostics();
      Diags.Report(Diags.getDiagnosticIDs()->getCustomDiagID(
          DiagnosticIDs::Error,
          "unknown argument '%0' of plugin defer; it takes no-lower, "
          "no-warn-loop, no-warn-cleanup, and mode=auto, mode=open-coded or "
          "mode=record"))
          << Argument;
      return false;
    }
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    if (!CI.getLangOpts().CPlusPlus)
      enableUnwinding(CI);
    CodeGenOptions &Options = CI.getCodeGenOpts();
    bool IsSplitAnyway = Options.SplitMachineFunctions;
    bool Split = Lower && enableSplitting(CI);
    if (Lower)
      Options.PassBuilderCallbacks.push_back(
          [Mode = Mode, Split](llvm::PassBuilder &PB) {
            defer::registerAtPipelineStart(PB, Mode, Split);
          });
    Preprocessor &PP = CI.getPreprocessor();
    PP.addPPCallbacks(std::make_unique<MacroWatch>(PP));
    // The lowering may run in another process, or another plugin's may be
    // first.
    std::string Assumptions;
    if (Mode != defer::LoweringMode::Auto)
      Assumptions =
          (defer::ModeAssumption + defer::getLoweringModeName(Mode)).str();
    return std::make_unique<DeferConsumer>(CI, Warnings, std::move(Assumptions),
                                           Split && !IsSplitAnyway);
  }

  ActionType getActionType() override { return AddBeforeMainAction; }

private:
  /// As -fexceptions does, whatever the command line said: a panic must pass
  /// through every frame, and the frames' code must know.
  static void enableUnwinding(CompilerInstance &CI) {
    CI.getLangOpts().Exceptions = 1;
    CI.getCodeGenOpts().UnwindTables = 2;
    Preprocessor &PP = CI.getPreprocessor();
    std::string Predefines = PP.getPredefines();
    for (const char *Macro : {"__DEFER__", "__EXCEPTIONS"}) {
      std::string Line = std::string("#define ") + Macro + " 1\n";
      if (!StringRef(Predefines).contains(Line))
        Predefines += Line;
    }
    PP.setPredefines(std::move(Predefines));
  }

  /// Has the code of panics put where the linker collects unlikely code.
  /// \returns false if it stays where it is.
  static bool enableSplitting(CompilerInstance &CI) {
    CodeGenOptions &Options = CI.getCodeGenOpts();
    const llvm::Triple &Target = CI.getTarget().getTriple();
    // A link-time optimizer has options of its own, and who has a profile
    // decides for himself: the splitter goes by that. Of ranges in two sections
    // llvm-dwarfdump --verify says in object files that one is not in the
    // other.
    if (!Options.OptimizationLevel || Options.OptimizeSize ||
        Options.getDebugInfo() != llvm::codegenoptions::NoDebugInfo ||
        Options.PrepareForLTO || Options.PrepareForThinLTO ||
        Options.hasProfileClangUse() || Options.hasProfileIRUse() ||
        !Options.SampleProfileFile.empty() || Options.BBSections != "none" ||
        !Target.isOSBinFormatELF() || !(Target.isX86() || Target.isAArch64()))
      return false;
    Options.SplitMachineFunctions = 1;
    // GNU ld knows no `.text.split.`, the splitter's own prefix.
    llvm::cl::Option *Prefix =
        llvm::cl::getRegisteredOptions().lookup("bbsections-cold-text-prefix");
    if (Prefix && !Prefix->getNumOccurrences())
      static_cast<llvm::cl::opt<std::string> *>(Prefix)->setValue(
          ".text.unlikely.");
    return true;
  }

  bool Lower = true;
  defer::WarningOptions Warnings;
  defer::LoweringMode Mode = defer::LoweringMode::Auto;
};

} // namespace

static FrontendPluginRegistry::Add<DeferAction>
    Registration("defer", "defer, panic and recover for C");
