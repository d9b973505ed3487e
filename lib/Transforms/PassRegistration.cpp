//===-- PassRegistration.cpp - Registers the passes with a PassBuilder ----===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PassRegistration.h"

#include "ColdPads.h"
#include "Compat.h"
#include "FoldRecover.h"
#include "LowerDefer.h"
#include "NoUnwind.h"
#include "OutlinePanics.h"
#include "PadFence.h"
#include "ThreadInvokes.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace defer {

/// Parses the parameters of a pass, `mode=...` or nothing.
static Expected<std::optional<LoweringMode>>
parseParameters(StringRef Parameters) {
  if (Parameters.empty())
    return std::nullopt;
  if (Parameters.consume_front("mode="))
    if (std::optional<LoweringMode> Mode = parseLoweringMode(Parameters))
      return *Mode;
  return createStringError(
      inconvertibleErrorCode(),
      "invalid parameter '%s' of a defer pass: it takes mode=auto, "
      "mode=open-coded or mode=record",
      Parameters.str().c_str());
}

/// The mode of parameters \p Text. One that is none is an error that ends the
/// program, as LLVM's own passes do.
static std::optional<LoweringMode> getMode(StringRef Text) {
  Expected<std::optional<LoweringMode>> Mode = parseParameters(Text);
  if (!Mode)
    report_fatal_error(Mode.takeError(), /*gen_crash_diag=*/false);
  return *Mode;
}

void registerPassNames(PassBuilder &PB) {
  PB.registerPipelineParsingCallback(
      [](StringRef Name, ModulePassManager &MPM,
         ArrayRef<PassBuilder::PipelineElement>) {
        if (Name.consume_front("lower-defer")) {
          if (!Name.empty() &&
              !(Name.consume_front("<") && Name.consume_back(">")))
            return false;
          MPM.addPass(LowerDeferPass(getMode(Name)));
          return true;
        }
        if (Name == "defer-fold-recover") {
          MPM.addPass(DeferFoldRecoverPass());
          return true;
        }
        if (Name == "defer-nounwind") {
          MPM.addPass(DeferNoUnwindPass());
          return true;
        }
        if (Name == "defer-outline-panics" ||
            Name == "defer-outline-panics<shrink-wrap>") {
          MPM.addPass(DeferOutlinePanicsPass(Name.ends_with(">")));
          return true;
        }
        if (Name == "defer-thread-invokes") {
          MPM.addPass(DeferThreadInvokesPass());
          return true;
        }
        if (Name == "defer-cold-pads" || Name == "defer-cold-pads<split>") {
          MPM.addPass(DeferColdPadsPass(Name.ends_with("<split>")));
          return true;
        }
        if (Name == "defer-pad-fence") {
          MPM.addPass(DeferPadFencePass());
          return true;
        }
        if (Name.consume_front("print<defer")) {
          // print<defer> or print<defer;mode=record>
          if (!Name.consume_back(">"))
            return false;
          Name.consume_front(";");
          MPM.addPass(DeferPrinterPass(errs(), getMode(Name)));
          return true;
        }
        return false;
      });
}

void registerAtPipelineStart(PassBuilder &PB, std::optional<LoweringMode> Mode,
                             bool Split) {
  PB.registerPipelineStartEPCallback(
      [Mode](ModulePassManager &MPM, OptimizationLevel) {
        MPM.addPass(LowerDeferPass(Mode));
        MPM.addPass(DeferFoldRecoverPass());
      });
  // The callback's parameters after these differ between LLVM's versions.
  PB.registerOptimizerLastEPCallback(
      [Split](ModulePassManager &MPM, OptimizationLevel, auto... Phase) {
        MPM.addPass(DeferNoUnwindPass());
        MPM.addPass(DeferThreadInvokesPass());
        MPM.addPass(DeferOutlinePanicsPass(
            /*ShrinkWraps=*/HasCodeGenPasses && !isBeforeLink(Phase...)));
        MPM.addPass(DeferColdPadsPass(Split));
        MPM.addPass(DeferPadFencePass());
      });
}

} // namespace defer
