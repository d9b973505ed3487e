//===-- timings.cpp - Times kernels by google-benchmark -------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   timings [--benchmark_...] KERNEL:COUNT...
//
// The rivals in C, C++ and D are linked in.
//
//===----------------------------------------------------------------------===//

#include "drive.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>
#include <string>

int main(int argc, char **argv) {
  benchmark::Initialize(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    std::string name = argv[i];
    std::size_t colon = name.find(':');
    kernel *found = find_kernel(name.substr(0, colon).c_str());
    if (colon == std::string::npos || !found) {
      std::fprintf(stderr, "timings: no kernel %s\n", argv[i]);
      return 2;
    }
    long count = std::atol(argv[i] + colon + 1);
    benchmark::RegisterBenchmark(
        name.c_str(), [found, count](benchmark::State &state) {
          long batch = count < 64 ? 64 : 1;
          while (state.KeepRunningBatch(batch))
            benchmark::DoNotOptimize(drive(found, batch, count));
        });
  }
  benchmark::RunSpecifiedBenchmarks();
}
