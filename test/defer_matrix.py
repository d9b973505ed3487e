#===-- defer_matrix.py - One test in many configurations --------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""A lit format that runs one file in every configuration of a matrix.

A file whose RUN lines speak of the matrix becomes one test for each cell, with a
name of its own (`Run/loop.c/O2-record`) and a feature for each coordinate
(`level=O2`, `mode=record`) for REQUIRES, UNSUPPORTED and XFAIL. Every other file
is an ordinary test.
"""

import copy
import os
import random
import re

import lit.formats
import lit.Test
import lit.TestRunner


class Cell(lit.Test.Test):
    """One file in one configuration. To lit it lies in a folder that is called as
    the file, so that each cell has temporary files of its own."""

    def __init__(self, suite, path_in_suite, config, level, mode):
        config = copy.copy(config)
        config.available_features = set(config.available_features)
        config.available_features |= {"level=" + level, "mode=" + mode}
        super().__init__(suite, path_in_suite + (f"{level}-{mode}",), config)
        self.level, self.mode = level, mode

    def getSourcePath(self):
        return self.suite.getSourcePath(self.path_in_suite[:-1])


class MatrixFormat(lit.formats.ShTest):
    """`levels` and `modes` map a coordinate's name to its compiler flags; `cells`
    maps a suite (None: any other) to the pairs that each of its files runs in, and
    how many of the rest it also does: which ones is by chance, but always the same
    for a file. It is empty if each file is to run in all.
    `commands` maps a substitution to a command that compiles and runs, to which
    the cell's options are added."""

    uses_matrix = re.compile(rb"RUN:.*%(run-matrix|run-pair|matrix-flags)\b")

    def __init__(self, levels, modes, cells, commands):
        super().__init__(execute_external=False)
        self.levels, self.modes, self.commands = levels, modes, commands
        self.cells = cells

    def getTestsForPath(self, suite, path_in_suite, litConfig, localConfig):
        for test in super().getTestsForPath(
            suite, path_in_suite, litConfig, localConfig
        ):
            with open(test.getSourcePath(), "rb") as file:
                if not self.uses_matrix.search(file.read()):
                    yield test
                    continue
            for level, mode in self.cells_of(path_in_suite):
                yield Cell(suite, path_in_suite, localConfig, level, mode)

    def cells_of(self, path_in_suite):
        every = [(level, mode) for level in self.levels for mode in self.modes]
        if not self.cells:
            return every
        fixed, more = self.cells.get(path_in_suite[0]) or self.cells[None]
        rest = [cell for cell in every if cell not in fixed]
        return fixed + random.Random("/".join(path_in_suite)).sample(rest, more)

    def execute(self, test, litConfig):
        extra = []
        if isinstance(test, Cell):
            flags = f"{self.levels[test.level]} {self.modes[test.mode]}".strip()
            extra = [
                (name, f"{command} --output=%t.exe --flags='{flags}'")
                for name, command in self.commands.items()
            ] + [
                ("%matrix-flags", flags),
                ("%level", test.level),
                ("%mode", test.mode),
            ]
        return lit.TestRunner.executeShTest(
            test, litConfig, self.execute_external, extra
        )
