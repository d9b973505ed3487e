#===-- fuzz.py - Random programs in C and in Go must do the same ------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Makes random programs, runs them in Go and, in some cells of the test matrix,
in C, and compares what they print, how they end and what their last panic says.

    fuzz.py --build=FOLDER --go=GO N [--seed=S] [--cells=K] [--levels=...]
            [--modes=...] [--size=FUNCTIONS] [--output=FOLDER]
    fuzz.py --build=FOLDER --go=GO --tape=FILE [--levels=...] [--modes=...]

N is a number of functions. A program of --size of them has a seed of its own: S,
S+1, and so on; its cells are chosen by its seed. A mismatch, a compiler that fails
and a program that does not end are failures. Each is reduced, and left in
FOLDER/SEED-CELL: the tape, the program in both languages, and how to run it.
"""

import argparse
import os
import random
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "../../test"))
from defer_cells import levels, modes

COMPILE_TIMEOUT, RUN_TIMEOUT, REDUCTION_TIME = 300, 20, 600
GO_PANIC, SIGABRT = 2, -6


class Failure(Exception):
    """`kind` is kept while a program is reduced, so that it is the same failure
    that is looked at."""

    def __init__(self, kind, text):
        super().__init__(f"{kind}\n{text}" if text else kind)
        self.kind = kind


def no_cores():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def execute(command, timeout, what, environment={}):
    try:
        process = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=timeout,
            preexec_fn=no_cores,
            env={**os.environ, **environment},
        )
    except subprocess.TimeoutExpired:
        raise Failure(f"{what} does not end", "") from None
    return (
        process.stdout.decode(errors="replace"),
        process.returncode,
        process.stderr.decode(errors="replace"),
    )


def build(command, what):
    stdout, status, stderr = execute(command, COMPILE_TIMEOUT, what)
    if status != 0:
        # A crash tells more than an error in the same place.
        kind = "crashes" if status < 0 or "Stack dump" in stderr else "fails"
        raise Failure(f"{what} {kind}", (stdout + stderr)[:6000])


class Go:
    """`go build` without its search for what to build: half the time."""

    def __init__(self, go):
        names = ["GOTOOLDIR", "GOROOT", "GOOS", "GOARCH"]
        output = subprocess.check_output([go, "env"] + names, text=True)
        tools, root, system, machine = output.splitlines()
        packages = f"{root}/pkg/{system}_{machine}"
        self.compiler = [f"{tools}/compile", "-p", "main", "-I", packages]
        self.linker = [f"{tools}/link", "-s", "-w", "-L", packages]

    def run(self, folder, source):
        program = os.path.join(folder, "go.exe")
        object_file = os.path.join(folder, "go.o")
        prelude = os.path.join(here, "prelude.go")
        build(self.compiler + ["-o", object_file, prelude, source], "the Go compiler")
        build(self.linker + ["-o", program, object_file], "the Go linker")
        out, status, err = execute(
            [program], RUN_TIMEOUT, "the Go program", {"GOTRACEBACK": "none"}
        )
        err = re.split(r"^(?:\n|\[signal |goroutine )", err, flags=re.M)[0]
        # Go tells the type, and an address is another one each time.
        err = re.sub(r"\(\*uint32\)[ (]0x[0-9a-f]+\)?", "(pointer)", err)
        return out, "panic" if status == GO_PANIC else status, err


class Fuzzer:
    def __init__(self, options):
        self.options = options
        self.go = Go(options.go)
        self.generator = os.path.join(options.build, "bin/defer-fuzz")
        self.compiler = os.path.join(options.build, "bin/defer-cc")
        self.folder = tempfile.mkdtemp(prefix="defer-fuzz-")
        self.runs = 0

    def path(self, name):
        return os.path.join(self.folder, name)

    def flags(self, cell):
        level, mode = cell
        flags = shlex.split(f"{levels[level]} {modes[mode]}")
        return flags + (["-DDEFER_FUZZ_PERTURB"] if self.options.perturb else [])

    def command(self, cell, source, program):
        return [self.compiler, "-w", "-I", here, source, "-o", program] + self.flags(
            cell
        )

    def run_c(self, cell):
        program = self.path("c.exe")
        build(self.command(cell, self.path("program.c"), program), "the C compiler")
        out, status, err = execute([program], RUN_TIMEOUT, "the C program")
        err = re.sub(r"^raised at .*\n", "", err, flags=re.M)
        err = re.sub(r"\(void \*\) 0x[0-9a-f]+", "(pointer)", err)
        # D8: the same panic has a text of its own in each language.
        err = err.replace(
            "deferred call through a null pointer",
            "runtime error: invalid memory address or nil pointer dereference",
        )
        return out, "panic" if status == SIGABRT else status, err

    def emit(self, tape):
        with open(self.path("tape"), "w") as file:
            file.write("\n".join(tape) + "\n")
        names = [self.path(name) for name in ("tape", "program.c", "program.go")]
        build([self.generator, "emit"] + names, "the generator")

    def failure(self, tape, cells):
        """The first failure of a program, and the cell that it is in."""
        self.emit(tape)
        try:
            expected = self.go.run(self.folder, self.path("program.go"))
        except Failure as failure:
            return failure, None
        for cell in cells:
            self.runs += 1
            try:
                actual = self.run_c(cell)
            except Failure as failure:
                return failure, cell
            for what, go, c in zip(
                ("the output", "the exit status", "stderr"), expected, actual
            ):
                if go != c:
                    text = f"Go: {go}\nC: {c}"
                    if what == "the output":
                        pairs = zip(go.splitlines() + [""], c.splitlines() + [""])
                        text = next(f"Go: {g}\nC:  {x}" for g, x in pairs if g != x)
                    return Failure(f"{what} differs", text), cell
        return None, None

    def reduce(self, tape, cell, kind):
        """Leaves out lines and bytes, and makes bytes zero, while it still fails
        in the same way."""
        end = time.monotonic() + self.options.reduction_time

        def fails(candidate):
            failure, _ = self.failure(candidate, [cell] if cell else [])
            return failure is not None and failure.kind == kind

        def shrink(text, unit, still):
            """Deletes chunks of `text`, smaller and smaller ones."""
            size = max(len(text) // 2 // unit, 1) * unit
            while size >= unit:
                at = 0
                while at < len(text) and time.monotonic() < end:
                    candidate = text[:at] + text[at + size :]
                    if still(candidate):
                        text = candidate
                    else:
                        at += size
                size = size // 2 // unit * unit
            return text

        tape = shrink(tape, 1, lambda lines: bool(lines) and fails(lines))
        before = None
        while before != tape and time.monotonic() < end:
            before = list(tape)
            for i in range(len(tape)):

                def still(line):
                    return fails(tape[:i] + [line] + tape[i + 1 :])

                tape[i] = shrink(tape[i], 2, still)
                for at in range(0, len(tape[i]), 2):
                    if time.monotonic() >= end:
                        break
                    line = tape[i][:at] + "00" + tape[i][at + 2 :]
                    if line != tape[i] and still(line):
                        tape[i] = line
            tape = shrink(tape, 1, lambda lines: bool(lines) and fails(lines))
        return tape

    def report(self, name, tape, cell, failure):
        cell_name = "-".join(cell) if cell else "go"
        print(f"{name} {cell_name}: {failure}", flush=True)
        folder = os.path.join(self.options.output, f"{name}-{cell_name}")
        os.makedirs(folder, exist_ok=True)
        # First as it is: a reduction may be interrupted.
        with open(os.path.join(folder, "whole.tape"), "w") as file:
            file.write("\n".join(tape) + "\n")
        tape = self.reduce(tape, cell, failure.kind)
        reduced, _ = self.failure(tape, [cell] if cell else [])
        for file in ("tape", "program.c", "program.go"):
            shutil.copy(self.path(file), folder)
        with open(os.path.join(folder, "README"), "w") as file:
            file.write(f"{reduced}\n")
            if cell:
                command = self.command(cell, "program.c", "program")
                file.write(f"{shlex.join(command)}\n")
            file.write("DEFER_FUZZ_TRACE=1 prints every step.\n")
        with open(os.path.join(folder, "program.c")) as file:
            size = sum(1 for _ in file)
        print(f"  reduced to {len(tape)} functions, {size} lines: {folder}", flush=True)

    def cells(self, seed):
        every = [
            (level, mode)
            for level in self.options.levels
            for mode in self.options.modes
        ]
        return random.Random(seed).sample(every, min(self.options.cells, len(every)))

    def main(self):
        options, failures = self.options, 0
        if options.tape:
            with open(options.tape) as file:
                programs = [("tape", file.read().split("\n"), self.cells(0))]
                programs[0][1].pop()
        else:
            count = -(-options.functions // options.size)
            programs = (
                (str(seed), self.tape(seed), self.cells(seed))
                for seed in range(options.seed, options.seed + count)
            )
        functions = 0
        for name, tape, cells in programs:
            functions += len(tape)
            failure, cell = self.failure(tape, cells)
            if failure:
                failures += 1
                self.report(name, tape, cell, failure)
            elif options.verbose:
                print(f"{name}: same in {' '.join('-'.join(c) for c in cells)}")
                sys.stdout.flush()
        print(f"{functions} functions, {self.runs} C programs: {failures} failures")
        shutil.rmtree(self.folder)
        return 1 if failures else 0

    def tape(self, seed):
        command = [self.generator, "tape", str(seed), str(self.options.size)]
        return subprocess.check_output(command, text=True).split()


def main():
    def names_of(table):
        def parse(text):
            names = text.split(",")
            for name in names:
                if name not in table:
                    raise argparse.ArgumentTypeError(f"unknown: {name}")
            return names

        return parse

    parser = argparse.ArgumentParser(prog="tools/dev fuzz", allow_abbrev=False)
    parser.add_argument("functions", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--cells", type=int, default=2)
    parser.add_argument("--levels", type=names_of(levels), default=list(levels))
    parser.add_argument("--modes", type=names_of(modes), default=list(modes))
    parser.add_argument("--tape", help="a program's tape, in place of random ones")
    parser.add_argument("--output", help="where failures are left")
    parser.add_argument("--reduction-time", type=int, default=REDUCTION_TIME)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--perturb", action="store_true", help="a C side that is wrong")
    parser.add_argument("--build", required=True)
    parser.add_argument("--go", required=True)
    options = parser.parse_args()
    options.output = options.output or os.path.join(options.build, "fuzz")
    sys.exit(Fuzzer(options).main())


main()
