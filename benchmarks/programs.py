#!/usr/bin/env python3
#===-- programs.py - Builds the programs of all rivals -----------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Builds the kernels of all rivals, and sees that they do the same.

    programs.py CONFIG FOLDER [RIVAL...]

CONFIG is the file of tools that CMake writes. A rival that cannot be built, and a
kernel that does something else than that of the other rivals, is told; the exit
status then is 1.
"""

import concurrent.futures
import functools
import json
import os
import pathlib
import re
import subprocess
import sys

from tables import KERNELS, RIVALS

HERE = pathlib.Path(__file__).resolve().parent


def run(words, timeout=600, **options):
    """What a program printed; raises OSError where it fails, in its own words."""
    words = [str(word) for word in words]
    try:
        result = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            timeout=timeout,
            **options,
        )
    except subprocess.TimeoutExpired:
        raise OSError(f"{words[0]}: took more than {timeout} s")
    if result.returncode:
        said = (result.stderr or result.stdout).strip()
        raise OSError(f"{words[0]}: exit status {result.returncode}: {said[-500:]}")
    return result.stdout


def in_parallel(function, items):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, items))


class Programs:
    """The programs of those rivals that could be built; `missing` says why others
    were not."""

    def __init__(self, config, folder, rivals=RIVALS, kernels=KERNELS):
        self.config, self.folder = config, pathlib.Path(folder).resolve()
        self.rivals, self.kernels, self.missing = list(rivals), kernels, {}
        self.names = list(dict.fromkeys(kernel.name for kernel in kernels))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.counts, self.timings = self.folder / "counts", self.folder / "timings"
        self.go = self.folder / "kernels-go"

    # === Building ===
    def build(self):
        built = [r for r in self.rivals if self._tried(r, self._build)]
        shared = ["work", "drive", "longjmp", "counts"]
        for name in shared:
            self._compile_c([], HERE / f"{name}.c", self.folder / f"{name}.o")
        objects = [self.folder / f"{name}.o" for name in shared[:3]]
        libraries = ["-rdynamic", self.config["libdefer"], "-ldl", "-lpthread"]
        for rival in built:
            paths = (self.object(name, rival) for name in self.names)
            objects += [path for path in paths if path]
            if rival.language == "d":
                libraries += ["-ldruntime-ldc-shared"]
        link = [self.config["clang"] + "++", *objects]
        run([*link, self.folder / "counts.o", *libraries, "-o", self.counts])
        if self.config.get("benchmark"):
            run(
                [*link, "-O2", "-x", "c++", HERE / "timings.cpp", "-x", "none"]
                + [*libraries, "-lbenchmark", "-o", self.timings]
            )
        self.rivals = built

    def _tried(self, rival, action):
        try:
            action(rival)
            return True
        except OSError as error:
            self.missing[rival.name] = str(error)
            return False

    def _build(self, rival):
        if rival.language == "go":
            if not self.config["go"]:
                raise OSError("no Go 1.19")
            environment = dict(os.environ, GOCACHE=str(self.folder / "go-cache"))
            sources = sorted((HERE / "kernels").glob("*.go"))
            run([self.config["go"], "build", "-o", self.go, *sources], env=environment)
            return
        if rival.language == "d" and not self.config["ldc2"]:
            raise OSError("no ldc2")
        in_parallel(lambda name: self._compile(name, rival), self.names)

    def _compile(self, name, rival):
        output = self.folder / f"{name}.{rival.name}.o"
        flags = [flag.format(**self.config) for flag in rival.flags]
        if rival.language == "d":
            source = HERE / f"kernels/{name}.d"
            if source.exists():
                run(
                    [self.config["ldc2"], *flags, f"-I={HERE}", "-c", source]
                    + [f"-of={output}"]
                )
            return
        flags += ["-x", rival.language]
        self._compile_c(flags, HERE / f"kernels/{name}.c", output)

    def _compile_c(self, flags, source, output):
        flags = ["-O2", "-Wall", "-Werror", f"-I{HERE}", *flags]
        run([self.config["clang"], *flags, "-c", source, "-o", output])

    @functools.cache
    def object(self, name, rival):
        """The object file of a kernel, or None where that rival has none."""
        path = self.folder / f"{name}.{rival.name}.o"
        if rival.language == "go" or not path.exists():
            return None
        symbols = run(["nm", "--defined-only", path])
        return path if re.search(rf" T {name}_{rival.name}$", symbols, re.M) else None

    # === Running ===
    def has(self, kernel, rival):
        if rival.language == "go":
            return (HERE / f"kernels/{kernel.name}.go").exists()
        return self.object(kernel.name, rival) is not None

    def command(self, kernel, rival, n):
        """Runs a kernel that many times."""
        if rival.language == "go":
            return [self.go, kernel.name, n, kernel.count]
        return [self.counts, f"{kernel.name}_{rival.name}", n, kernel.count]

    def compare(self, runs=2000):
        """Returns lines that tell what kernels do otherwise than the first rival's."""
        different = []
        for kernel in self.kernels:
            did = {}
            n = max(3, runs // kernel.calls)
            for rival in self.rivals:
                if self.has(kernel, rival):
                    did.setdefault(run(self.command(kernel, rival, n)), []).append(
                        rival.name
                    )
            if len(did) != 1:
                groups = " | ".join(" ".join(names) for names in did.values())
                different.append(f"{kernel.key}: do not do the same: {groups}")
        return different


def main():
    config = json.loads(pathlib.Path(sys.argv[1]).read_text())
    names = sys.argv[3:] or [rival.name for rival in RIVALS]
    rivals = [rival for rival in RIVALS if rival.name in names]
    programs = Programs(config, sys.argv[2], rivals)
    programs.build()
    for rival, why in programs.missing.items():
        print(f"programs.py: {rival} is missing: {why}")
    different = programs.compare()
    for line in different:
        print(f"programs.py: {line}")
    for kernel in programs.kernels:
        names = [rival.name for rival in programs.rivals if programs.has(kernel, rival)]
        print(f"{kernel.key}: {' '.join(names)}")
    sys.exit(bool(different or programs.missing))


if __name__ == "__main__":
    main()
