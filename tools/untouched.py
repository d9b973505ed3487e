#!/usr/bin/env python3
#===-- untouched.py - Code that defers nothing stays as it is ---------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Compares what clang and what defer-cc make of sources with no defer statement.

    untouched.py --clang=CLANG --defer-cc=DEFER_CC --work=FOLDER [OPTION...] PART...

Parts:
    sources    Debian's source packages of Lua and zlib, fetched with apt-get: the
               same instructions, and programs made of them that do the same
    csmith     --count=N random programs, from --seed=S on: the same instructions,
               and they do the same
    torture    gcc.c-torture/execute of Debian's gcc-12-source: the same verdicts
    FILE.c...  the same instructions, compiled with the flags behind `--`

Everything is compiled at -O0 and -O2. "The same instructions" means the same
assembler text, data and all, without the .cfi_ directives of the unwind tables; and
the same diagnostics. Prints a line for each difference, which is left in FOLDER, and a
summary for each part. The exit status says whether there was one.
"""

import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

LEVELS = ["-O0", "-O2"]


class Same:
    """Of one part: how many comparisons were made, and what was found."""

    def __init__(self, work, part):
        self.folder = work / "differences" / part
        self.part, self.differences = part, 0

    def differs(self, name, what, one="", other=""):
        self.differences += 1
        print(f"{self.part}: {name}: {what}", flush=True)
        if one != other:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / re.sub(r"[^\w.-]+", "_", f"{name}.diff")
            path.write_text(
                "\n".join(
                    difflib.unified_diff(
                        one.splitlines(), other.splitlines(), "clang", "defer-cc"
                    )
                )
            )
            print(f"  see {path}", flush=True)


def for_each(part, items, work):
    """Calls `work` for each item, on all processors, and tells how far it is.
    Returns the results in the items' order."""
    items = list(items)
    start, told = time.monotonic(), 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        futures = [pool.submit(work, item) for item in items]
        for done, future in enumerate(
            concurrent.futures.as_completed(futures), start=1
        ):
            future.result()
            tenth = 10 * done // len(items)
            if tenth > told:
                told = tenth
                passed = time.monotonic() - start
                print(f"{part}: {done} of {len(items)}, {passed:.0f} s", flush=True)
    return [future.result() for future in futures]


def command(words, **options):
    return subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        **options,
    )


def must(words, **options):
    result = command(words, **options)
    if result.returncode:
        sys.exit(
            f"untouched.py: {shlex.join(map(str, words))}: exit status "
            f"{result.returncode}\n{(result.stdout + result.stderr)[:2000]}"
        )
    return result.stdout


class Compilers:
    def __init__(self, clang, defer_cc):
        self.both = [clang, defer_cc]

    def assembler(self, source, flags, outputs):
        """Compiles with both and returns what each said: None where the compiler
        took the source, else its diagnostics; the warnings; and the text."""
        said = []
        for compiler, output in zip(self.both, outputs):
            result = command([compiler, "-S", *flags, "-o", output, source])
            text = ""
            if result.returncode == 0:
                text = output.read_text(errors="replace")
            said.append((result.returncode, result.stderr, text))
        return said


def instructions(text):
    """Without the unwind tables."""
    return "".join(
        line for line in text.splitlines(True) if not line.startswith("\t.cfi_")
    )


def compare(same, name, said):
    """Whether both compilers took the source and made the same of it. Returns None
    where neither took it, for the same reasons."""
    (one_status, one_stderr, one), (other_status, other_stderr, other) = said
    if one_status != other_status or one_stderr != other_stderr:
        same.differs(name, "diagnostics differ", one_stderr, other_stderr)
        return False
    if one_status:
        return None
    one, other = instructions(one), instructions(other)
    if one != other:
        same.differs(name, "instructions differ", one, other)
        return False
    return True


def outcome(program, timeout, **options):
    """What a program does: its exit status (negative: a signal) and its output, or
    None if it takes too long."""
    try:
        result = command(program, timeout=timeout, **options)
    except subprocess.TimeoutExpired:
        return None
    return result.returncode, result.stdout, result.stderr


def show(outcome):
    return f"exit status {outcome[0]}\n{outcome[1]}{outcome[2]}" if outcome else ""


# A program that ends in time when clang compiled it must do so when defer-cc did; how
# loaded the machine is must not decide.
TIMEOUT, PATIENCE = 10, 120


def run_both(same, name, programs, **options):
    """Whether two programs do the same; None where the first does not end."""
    one = outcome(programs[0], TIMEOUT, **options)
    if one is None:
        return None
    other = outcome(programs[1], PATIENCE, **options)
    if one != other:
        same.differs(name, "it does something else", show(one), show(other))
        return False
    return True


def summary(same, text):
    found = f"{same.differences} differences" if same.differences else "no difference"
    print(f"untouched: {same.part}: {text}: {found}", flush=True)
    return same.differences == 0


# === Files ===


def compare_files(part, work, compilers, files, flags_of):
    """Returns the comparisons made, how many files no compiler took, and the Same."""
    same = Same(work, part)
    with tempfile.TemporaryDirectory() as folder:

        def one_file(job):
            number, file, level = job
            outputs = [
                pathlib.Path(folder, f"{number}{level}-{side}.s") for side in (0, 1)
            ]
            said = compilers.assembler(file, [level, *flags_of(file)], outputs)
            return compare(same, f"{file} {level}", said)

        results = for_each(
            part,
            [(n, file, level) for n, file in enumerate(files) for level in LEVELS],
            one_file,
        )
    return sum(r is not None for r in results), results.count(None), same


def plain_files(args, compilers, files):
    made, not_taken, same = compare_files(
        "files", args.work, compilers, files, lambda file: args.flags
    )
    text = f"{made} compilations of {len(files)} files"
    if not_taken:
        text += f", {not_taken} that clang rejects"
    if not made:
        same.differs("files", "nothing was compared")
    return summary(same, text)


# === Source packages ===

LUA_SCRIPT = r"""
local t = {}
for i = 1, 2000 do t[i] = (i * 7919) % 1009 end
table.sort(t, function(a, b) return a > b end)
print(t[1], t[1000], #t, ("%5.3f|%q|%x"):format(math.pi, "a\n", 255))
print(select(2, pcall(function() error({code = 7}) end)).code)
print(select(2, pcall(function() local x = nil; return x.y end)))
print(xpcall(function() return 1 // 0 end, function(m) return "handled " .. m end))
local co = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i * i) end end)
print(co(), co(), co())
local closed = setmetatable({}, {__close = function() print("closed") end})
do local c <close> = closed end
print(("x"):rep(5, ","), ("hello world"):gsub("o", "0"), utf8.char(228, 8364))
collectgarbage()
print(load("return ...", "chunk", "t")(1, 2, 3))
"""


def fetch_sources(work, packages):
    """Unpacks source packages below `work` and returns a folder for each. What apt
    knows of sources is kept there as well: the system's lists stay as they are."""
    sources = work / "sources"
    for folder in ("lists/partial", "archives/partial", "unpacked"):
        (sources / folder).mkdir(parents=True, exist_ok=True)
    # Where the system has its own packages from.
    targets = must(
        ["apt-get", "indextargets", "--format", "$(SITE) $(RELEASE) $(COMPONENT)"]
        + ["Created-By: Packages", "Origin: Debian"]
    )
    keys = "/usr/share/keyrings/debian-archive-keyring.gpg"
    signed = f"[signed-by={keys}] " if os.path.exists(keys) else ""
    (sources / "sources.list").write_text(
        "".join(
            f"deb-src {signed}{line}\n" for line in sorted(set(targets.splitlines()))
        )
    )
    options = []
    for option in [
        f"Dir::Etc::sourcelist={sources}/sources.list",
        "Dir::Etc::sourceparts=/dev/null",
        f"Dir::State::lists={sources}/lists",
        f"Dir::Cache={sources}",
        "APT::Sandbox::User=root",
    ]:
        options += ["-o", option]
    folders = []
    for package in packages:
        found = sorted((sources / "unpacked").glob(f"{package}-*/"))
        if not found:
            must(["apt-get", "-q", *options, "update"])
            must(
                ["apt-get", "-q", *options, "source", package],
                cwd=sources / "unpacked",
            )
            found = sorted((sources / "unpacked").glob(f"{package}-*/"))
        folders.append(found[-1])
    return folders


def source_packages(args, compilers):
    lua, zlib = fetch_sources(args.work, ["lua5.4", "zlib"])
    files = [
        file
        for folder in (lua, zlib)
        for file in sorted(folder.rglob("*.c"))
        if not {folder / "debian", folder / ".pc"} & set(file.parents)
    ]
    # What debian/rules of the package makes.
    made_here = args.work / "sources/include"
    made_here.mkdir(exist_ok=True)
    (made_here / "lua5.4-deb-multiarch.h").write_text(
        '#define DEB_HOST_MULTIARCH "linux-gnu"\n'
    )
    flags = ["-DLUA_USE_LINUX", "-D_LARGEFILE64_SOURCE", "-DHAVE_UNISTD_H"]
    flags += [f"-I{zlib}", f"-I{zlib}/contrib/minizip", f"-I{made_here}"]

    made, not_taken, same = compare_files(
        "sources", args.work, compilers, files, lambda file: ["-Wall", *flags]
    )
    if not_taken > made // 10:
        same.differs("sources", f"clang rejects {not_taken} files: flags are missing")

    # The programs of these packages, made by either compiler.
    programs = 0
    example = zlib / "test/example.c"
    with tempfile.TemporaryDirectory() as folder:
        for name, sources, program_arguments in [
            ("lua", set((lua / "src").glob("*.c")) - {lua / "src/luac.c"}, "-e"),
            ("example", {example, *zlib.glob("*.c")}, ""),
        ]:
            for level in LEVELS:
                pair = []
                for compiler in compilers.both:
                    output = os.path.join(folder, f"{name}{level}-{len(pair)}")
                    must(
                        [compiler, level, "-w", *flags, "-o", output]
                        + [*sorted(sources), "-lm", "-ldl"]
                    )
                    pair.append([output])
                    if program_arguments:
                        pair[-1] += [program_arguments, LUA_SCRIPT]
                if run_both(same, f"{name} {level}", pair, cwd=folder) is None:
                    same.differs(f"{name} {level}", "it does not end")
                programs += 1
    names = ", ".join(folder.name for folder in (lua, zlib))
    return summary(
        same,
        f"{made} compilations of {len(files)} files of {names} "
        f"({not_taken} more that clang rejects here), {programs} pairs of programs",
    )


# === Random programs ===


def random_programs(args, compilers):
    same = Same(args.work, "csmith")
    include = "/usr/include/csmith"
    if not os.path.exists(f"{include}/csmith.h"):
        sys.exit("untouched.py: no csmith.h: apt-get install csmith libcsmith-dev")

    def one_program(seed):
        """Returns how many of the pairs were compared, and how many were run."""
        compared = ran = 0
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            source = folder / f"seed-{seed}.c"
            must(
                ["csmith", "--seed", seed, "--max-funcs", "6", "--output", source],
                cwd=folder,
            )
            for level in LEVELS:
                outputs = [folder / f"{level}-{side}.s" for side in (0, 1)]
                said = compilers.assembler(
                    source, [level, "-w", f"-I{include}"], outputs
                )
                result = compare(same, f"seed {seed} {level}", said)
                if result is None:
                    same.differs(f"seed {seed} {level}", said[0][1])
                compared += 1
                if not result:
                    continue
                pair = []
                for compiler, output in zip(compilers.both, outputs):
                    pair.append([output.with_suffix(".exe")])
                    must([compiler, output, "-o", *pair[-1]])
                if run_both(same, f"seed {seed} {level}", pair) is not None:
                    ran += 1
        return compared, ran

    results = for_each("csmith", range(args.seed, args.seed + args.count), one_program)
    compared, ran = (sum(column) for column in zip(*results))
    return summary(
        same,
        f"{args.count} programs from seed {args.seed}, {compared} compilations, "
        f"{ran} runs ({compared - ran} not run: no end in {TIMEOUT} s)",
    )


# === GCC's own tests ===

# What GCC 12 still accepts and Clang by now rejects.
OLD_C = """-w -Wno-implicit-int -Wno-implicit-function-declaration -Wno-int-conversion
-Wno-incompatible-pointer-types -Wno-incompatible-function-pointer-types
-Wno-return-mismatch -Wno-return-type""".split()


def options_in(text):
    """The options that a test asks for. Those for a target are for others than ours,
    those that Clang does not know it refuses in either run."""
    found = []
    for options in re.findall(
        r'dg-(?:additional-)?options\s+[{"]\s*"?([^"}]*)"?\s*}?\s*}', text
    ):
        found += options.split()
    return found


def torture(args, compilers):
    tarballs = sorted(pathlib.Path("/usr/src/gcc-12").glob("gcc-12*.tar.*"))
    if not tarballs:
        sys.exit("untouched.py: no GCC in /usr/src: apt-get install gcc-12-source")
    unpacked = args.work / "gcc"
    if not unpacked.exists():
        part = args.work / "gcc.part"
        part.mkdir(parents=True, exist_ok=True)
        must(
            ["tar", "-xf", tarballs[-1], "-C", part, "--wildcards"]
            + ["*/gcc.c-torture/execute/*"]
        )
        part.rename(unpacked)
    (execute,) = unpacked.glob("*/gcc/testsuite/gcc.c-torture/execute")
    tests = sorted([*execute.glob("*.c"), *execute.glob("ieee/*.c")])
    tests += sorted(
        file
        for file in (execute / "builtins").glob("*.c")
        if not file.name.endswith("-lib.c")
    )
    same = Same(args.work, "torture")
    exempt = []

    def one_test(job):
        """Returns what became of it, by either compiler if there is no difference."""
        test, level = job
        name = f"{test.relative_to(execute)} {level}"
        # Nested functions of GCC and the like are seen by what Clang says.
        text = test.read_text(errors="replace")
        flags = [level, *OLD_C, *options_in(text)]
        # A builtins test has a part of its own, and one that all of them share.
        sources = [test]
        library = test.with_name(f"{test.stem}-lib.c")
        if library.exists():
            sources += [library, test.parent / "lib/main.c"]
        with tempfile.TemporaryDirectory() as name_of_folder:
            folder = pathlib.Path(name_of_folder)
            texts = [[], []]
            alike = True
            for number, source in enumerate(sources):
                outputs = [folder / f"{number}-{side}.s" for side in (0, 1)]
                said = compilers.assembler(source, flags, outputs)
                if re.search(r"\bcleanup\b", source.read_text(errors="replace")):
                    # D11: what has a cleanup gains that it runs in a panic.
                    exempt.append(name)
                    if said[0][0] != said[1][0]:
                        same.differs(name, "verdicts differ", said[0][1], said[1][1])
                        return "differs"
                    result = None if said[0][0] else True
                else:
                    result = compare(same, name, said)
                if result is None:
                    return "rejected"
                alike = alike and result
                for side in (0, 1):
                    texts[side].append(outputs[side])
            pair = []
            links = []
            for side, compiler in enumerate(compilers.both):
                pair.append([folder / f"{side}.exe"])
                links.append(
                    command([compiler, *texts[side], "-o", *pair[-1], "-lm"]).returncode
                )
            if links[0] != links[1]:
                same.differs(name, f"linking: {links[0]} and {links[1]}")
                return "differs"
            if links[0]:
                return "rejected"
            one = outcome(pair[0], TIMEOUT, cwd=folder)
            if one is None:
                return "endless"
            other = outcome(pair[1], PATIENCE, cwd=folder)
            # Their verdict is the exit status; one prints where its stack is.
            if other is None or one[0] != other[0]:
                same.differs(name, "verdicts differ", show(one), show(other))
                return "differs"
            return "passes" if one[0] == 0 else "fails"

    jobs = [(test, level) for test in tests for level in LEVELS]
    results = for_each("torture", jobs, one_test)
    counts = {
        verdict: results.count(verdict)
        for verdict in ("passes", "fails", "rejected", "endless")
    }
    return summary(
        same,
        f"{len(tests)} tests of {tarballs[-1].name} at {' and '.join(LEVELS)}, by "
        f"either compiler {counts['passes']} pass, {counts['fails']} fail, "
        f"{counts['rejected']} are not compiled, {counts['endless']} do not end; the "
        f"same instructions in all but {len(exempt)} with a cleanup",
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--clang", required=True)
    parser.add_argument("--defer-cc", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("parts", nargs="+")
    words = sys.argv[1:]
    split = words.index("--") if "--" in words else len(words)
    args = parser.parse_args(words[:split])
    args.flags = words[split + 1 :]
    args.work = args.work.resolve()
    compilers = Compilers(args.clang, args.defer_cc)

    known = {"sources": source_packages, "csmith": random_programs, "torture": torture}
    files = [part for part in args.parts if part not in known]
    good = True
    if files:
        good = plain_files(args, compilers, files)
    for part, work in known.items():
        if part in args.parts:
            good = work(args, compilers) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
