#===-- compile_time.py - What compiling takes --------------------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Seconds of processor time, the least of several runs in turns: noise only adds."""

import os
import pathlib
import subprocess
import sys

from programs import HERE, run

sys.path.insert(0, str(HERE.parent / "tools"))
from untouched import fetch_sources


def seconds(words):
    process = subprocess.Popen(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise OSError(f"{' '.join(map(str, words))}: failed: {process.returncode}")
    # Their sum is exact; how it is divided the kernel guesses, tick by tick.
    return usage.ru_utime + usage.ru_stime


def in_turns(commands, runs):
    """{name: the least of its runs} for {name: command}."""
    least = {}
    for _ in range(runs):
        for name, words in commands.items():
            least[name] = min(least.get(name, 1e9), seconds(words))
    return {name: round(value, 3) for name, value in least.items()}


def sqlite(work):
    """SQLite in one file, made of Debian's source package as its makefile does."""
    made = work / "sqlite"
    if not (made / "sqlite3.c").exists():
        (package,) = fetch_sources(work, ["sqlite3"])
        made.mkdir(exist_ok=True)
        run([package / "configure", "--disable-tcl"], cwd=made)
        run(["make", "sqlite3.c"], cwd=made)
    return made / "sqlite3.c"


# === Code with defers, and the same with cleanup ===
HEAD = """
#if DEFER
#include <defer.h>
#define HOLD(K) defer release(K);
#else
static inline void release_it(long *id) { release(*id); }
#define HOLD(K) __attribute__((__cleanup__(release_it))) long id##K = K;
#endif
"""


def functions(n):
    """So many functions with one site each."""
    return "".join(
        f"long f{k}(long i) {{ acquire({k}); HOLD({k}) return work(i); }}\n"
        for k in range(n)
    )


def sites(n):
    """One function with so many sites in a row."""
    body = "".join(f"acquire({k}); HOLD({k})\n" for k in range(n))
    return f"long f(long i) {{\n{body}return work(i); }}\n"


def returns(n):
    """One function with so many sites, and a return before each."""
    body = "".join(f"if (!acquire({k})) return {k};\nHOLD({k})\n" for k in range(n))
    return f"long f(long i) {{\n{body}return work(i); }}\n"


SHAPES = {
    "functions": (functions, [1, 10, 100, 1000, 10000]),
    "sites": (sites, [1, 10, 100, 250, 500, 1000]),
    "returns": (returns, [1, 10, 100, 250, 500, 1000]),
}


def measure(config, folder, say):
    work = pathlib.Path(folder)
    clang = [config["clang"], "-c", "-o", "/dev/null", f"-I{HERE}"]
    plugin = [f"-fplugin={config['plugin']}", f"-I{config['include']}"]
    found = {"without": {}, "with": {}}
    source = sqlite(work)
    for level, runs in (("-O0", 25), ("-O2", 5)):
        say(f"compile: SQLite {level}")
        commands = {
            name: [*clang, level, "-w", *flags, source]
            for name, flags in (("clang", []), ("defer", plugin))
        }
        found["without"][level] = in_turns(commands, runs)
    for shape, (text, sizes) in SHAPES.items():
        for n in sizes:
            say(f"compile: {n} {shape}")
            source = work / f"{shape}-{n}.c"
            source.write_text('#include "work.h"\n' + HEAD + text(n))
            commands = {
                "cleanup": [*clang, "-O2", "-fexceptions", source],
                "defer": [*clang, "-O2", "-DDEFER", *plugin, source],
            }
            # What takes little is disturbed more.
            runs = 1 if n > 1000 else max(5, min(25, 5000 // n))
            times = in_turns(commands, runs)
            found["with"].setdefault(shape, {})[str(n)] = times
    return found
