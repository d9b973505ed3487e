#===-- tables.py - The kernels and the rivals --------------------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""What is measured. A kernel is kernels/NAME.c, .d and .go; what a rival cannot do is
not there."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Kernel:
    name: str
    what: str
    # How many instructions are allowed for each of those of `goto`; None in loops.
    limit: float | None = None
    # How many calls a loop defers; how many are counted as one.
    count: int = 0

    @property
    def key(self):
        return f"{self.name}:{self.count}" if self.count else self.name

    @property
    def calls(self):
        return self.count or 1


KERNELS = [
    Kernel("unlock", "one unlock", 1.00),
    Kernel("early_return", "three resources, a return after each", 1.00),
    Kernel("conditional", "two locks that may be taken", 1.02),
    Kernel("leaf", "a hot leaf that may panic", 1.00),
    Kernel("raise", "a hot leaf that raises its panic itself", 1.00),
    Kernel("inlined", "small functions that are inlined", 1.00),
    Kernel("sites_8", "eight sites in a row", 1.00),
    Kernel("sites_64", "sixty-four sites in a row", 1.00),
    Kernel("result", "a result that a deferred block changes", 1.00),
    Kernel("frozen", "a struct as argument, frozen", 1.00),
    Kernel("parser", "a parser with many error paths", 1.00),
    Kernel("loop", "a loop that defers one call", count=1),
    Kernel("loop", "a loop that defers 10 calls", count=10),
    Kernel("loop", "a loop that defers 1,000 calls", count=1000),
    Kernel("loop", "a loop that defers 1,000,000 calls", count=1000000),
    Kernel("mixed", "a loop of 10, between other sites", count=10),
    Kernel("capture", "a loop of 10 blocks that capture a variable", count=10),
]


@dataclasses.dataclass(frozen=True)
class Rival:
    name: str
    what: str
    language: str  # c, c++, d or go
    flags: tuple = ()


RIVALS = [
    Rival("goto", "C, `goto`", "c", ("-DGOTO",)),
    Rival("defer", "clang-defer", "c", ("-DDEFER", "-fplugin={plugin}", "-I{include}")),
    Rival(
        "clang_defer",
        "Clang's `_Defer`",
        "c",
        ("-DCLANG_DEFER", "-fdefer-ts", "-fexceptions"),
    ),
    Rival(
        "cleanup", "`__attribute__((cleanup))`", "c", ("-DCLEANUP", "-fexceptions")
    ),
    Rival("raii", "C++ destructors", "c++", ("-DRAII",)),
    Rival("d", "D's `scope(exit)`", "d", ("-O2", "-release")),
    Rival("setjmp", "C, `setjmp`", "c", ("-DSETJMP",)),
    Rival("go", "Go's `defer`", "go"),
]
