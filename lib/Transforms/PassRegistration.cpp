//===-- PassRegistration.cpp - Registers the passes with a PassBuilder ----===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PassRegistration.h"

#include "LowerDefer.h"
#include "NoUnwind.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace defer {

/// Parses the parameters of a pass, `mode=...` or nothing.
static Expected<LoweringMode> parseParameters(StringRef Parameters) {
  if (Parameters.empty())
    return LoweringMode::Auto;
  if (Parameters.consume_front("mode="))
    if (std::optional<LoweringMode> Mode = parseLoweringMode(Parameters))
      return *Mode;
  return createStringError(
      inconvertibleErrorCode(),
      "invalid parameter '%s' of a defer pass: it takes mode=auto, "
      "mode=open-coded or mode=record",
      Parameters.str().c_str());
}

/// \returns the mode if \p Name is \p Pass or `Pass<parameters>`. A parameter
/// that is none is an error that ends the program, as LLVM's own passes do.
static std::optional<LoweringMode> parsePass(StringRef Name, StringRef Pass) {
  if (!Name.consume_front(Pass))
    return std::nullopt;
  if (!Name.empty() && !(Name.consume_front("<") && Name.consume_back(">")))
    return std::nullopt;
  Expected<LoweringMode> Mode = parseParameters(Name);
  if (!Mode)
    report_fatal_error(Mode.takeError(), /*gen_crash_diag=*/false);
  return *Mode;
}

void registerPassNames(PassBuilder &PB) {
  PB.registerPipelineParsingCallback(
      [](StringRef Name, ModulePassManager &MPM,
         ArrayRef<PassBuilder::PipelineElement>) {
        if (auto Mode = parsePass(Name, "lower-defer")) {
          MPM.addPass(LowerDeferPass(*Mode));
          return true;
        }
        if (Name == "defer-nounwind") {
          MPM.addPass(DeferNoUnwindPass());
          return true;
        }
        if (Name.consume_front("print<defer")) {
          // print<defer> or print<defer;mode=record>
          if (!Name.consume_back(">"))
            return false;
          Name.consume_front(";");
          Expected<LoweringMode> Mode = parseParameters(Name);
          if (!Mode)
            report_fatal_error(Mode.takeError(), /*gen_crash_diag=*/false);
          MPM.addPass(DeferPrinterPass(errs(), *Mode));
          return true;
        }
        return false;
      });
}

void registerAtPipelineStart(PassBuilder &PB, LoweringMode Mode) {
  PB.registerPipelineStartEPCallback(
      [Mode](ModulePassManager &MPM, OptimizationLevel) {
        MPM.addPass(LowerDeferPass(Mode));
      });
  // The callback's parameters after these differ between LLVM's versions.
  PB.registerOptimizerLastEPCallback([](ModulePassManager &MPM, auto...) {
    MPM.addPass(DeferNoUnwindPass());
  });
}

} // namespace defer
