//===-- PassPlugin.cpp - Entry point for opt and -fpass-plugin= -----------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compat.h"
#include "PassRegistration.h"
#include "llvm/Passes/PassBuilder.h"

extern "C" LLVM_ATTRIBUTE_WEAK
    LLVM_ATTRIBUTE_VISIBILITY_DEFAULT ::llvm::PassPluginLibraryInfo
    llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "LowerDefer", LLVM_VERSION_STRING,
          [](llvm::PassBuilder &PB) {
            defer::registerPassNames(PB);
            defer::registerAtPipelineStart(PB, std::nullopt, /*Split=*/false);
          }};
}
