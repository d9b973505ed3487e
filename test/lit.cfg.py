#===-- lit.cfg.py - The configuration of all suites -------------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

# README.md beside this file tells how to write a test.

import os
import platform
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from defer_cells import levels, modes
from defer_matrix import MatrixFormat

config.name = "defer"
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.suffixes = [".c", ".cpp", ".ll", ".mir", ".test"]
config.excludes = ["Inputs"]

build, source = config.build_dir, config.source_dir
lib, include = os.path.join(build, "lib"), os.path.join(build, "include")
tools = config.llvm_tools_dir


def tool(name):
    return os.path.join(tools, name)


sanitize = ""
if config.sanitize:
    sanitize = f" -fsanitize={config.sanitize} -fno-sanitize-recover=all"
    # The driver's own command lines, and programs that are linked in other ways:
    # they do not have the sanitizer's run-time that the instrumented libdefer
    # needs.
    config.excludes += ["Driver", "Package", "Examples", "Fuzz", "Untouched", "Tools"]
    config.excludes += ["Benchmarks"]
    config.available_features.add("sanitizer")

defer_cc = os.path.join(build, "bin/defer-cc") + sanitize
gcc, gxx = shutil.which("gcc"), shutil.which("g++")
machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(
    config.host_arch.lower(), config.host_arch.lower()
)

# === Another machine: --param target=aarch64 ===
# Programs are compiled for it and run by qemu; only the suites of programs can.
target_flags, emulator = "", []
target = lit_config.params.get("target")
if target and target != machine:
    triple = f"{target}-linux-gnu"
    machine = target
    lib = os.path.join(build, "lib", triple)
    if not os.path.exists(lib):
        lit_config.fatal(f"configure with -DDEFER_CROSS_TARGETS={triple}")
    target_flags = f" --target={triple}"
    emulator = [f"qemu-{target}", "-L", f"/usr/{triple}"]
    defer_cc += target_flags
    gcc, gxx = shutil.which(f"{triple}-gcc"), shutil.which(f"{triple}-g++")
    config.available_features.add("target=" + target)
    config.excludes += [
        name
        for name in os.listdir(config.test_source_root)
        if name not in ("Seed", "Run", "Go")
    ]
    config.test_exec_root += "-" + target

# === The matrix: every program of test/Seed and test/Run runs in each cell. ===
# Its levels and modes are in defer_cells.py.


def chosen(parameter, table):
    """--param levels=O0,O2 and --param modes=record make the matrix smaller."""
    names = lit_config.params.get(parameter)
    if not names:
        return table
    unknown = set(names.split(",")) - set(table)
    if unknown:
        lit_config.fatal(f"unknown {parameter}: {', '.join(sorted(unknown))}")
    return {name: table[name] for name in names.split(",")}


runner = os.path.join(config.test_source_root, "Inputs/run.py")
run = f"{config.python} -S -E {runner}"
pair = (
    f"{config.python} -S -E {config.test_source_root}/Inputs/pair.py"
    f" --go={config.go} --oracle={config.test_exec_root}/Go/Oracle"
)
# Which cells a program runs in, in each suite and (None) in all others. Not in every
# one: the pass comes first, so what it makes does not depend on the level; -O0 and -O2
# differ most in what is made of that, and `auto` open-codes what `open-coded` does.
# Each program runs in those that differ most and in a few of the others, so that
# between them every cell is run. --param matrix=all is everything, and --param
# levels=... or modes=... all of what is named.
if config.llvm_version == "22":
    most = [("O0", "auto"), ("O0", "record"), ("O2", "auto"), ("O2", "record")]
    cells = {None: (most + [("LTO", "auto")], 5), "Go": (most[2:3], 1)}
else:
    cells = {None: ([("O0", "auto"), ("O2", "auto")], 2), "Go": ([], 1)}
matrix = lit_config.params.get("matrix", "default")
if matrix not in ("default", "all"):
    lit_config.fatal(f"unknown matrix: {matrix}")
if matrix == "all" or {"levels", "modes"} & set(lit_config.params):
    cells = {}
if emulator:
    run += f" --emulator='{' '.join(emulator)}'"
    pair += f" --emulator='{' '.join(emulator)}'"

config.test_format = MatrixFormat(
    chosen("levels", levels),
    chosen("modes", modes),
    cells,
    {
        "%run-matrix": f"{run} --compiler='{defer_cc}'",
        "%run-pair": f"{pair} --compiler='{defer_cc}'",
    },
)

# Since 1.81 a C function of Rust's lets nothing pass unless it says so.
rustc = shutil.which("rustc")
if rustc:
    version = subprocess.run([rustc, "--version"], capture_output=True, text=True)
    number = re.match(r"rustc (\d+)\.(\d+)", version.stdout)
    if not number or tuple(map(int, number.groups())) < (1, 81):
        rustc = None

fuzz = (
    f"{config.python} -S -E {source}/tools/defer-fuzz/fuzz.py"
    f" --build={build} --go={config.go}"
)

# === Substitutions ===
# lit replaces by regular expression, in this order: a name must not match the
# beginning of a longer one.
plugins = os.path.join(build, "lib")
defer_flags = f"-fplugin={plugins}/ClangDefer.so -I{include}{target_flags}"
for name, value in {
    "%defer-cc": defer_cc,
    "%clang-defer": f"{config.clang} {defer_flags}",
    "%clangxx": f"{config.clang}++{target_flags}",
    "%clang": config.clang + target_flags,
    "%plugin": f"{plugins}/ClangDefer.so",
    "%pass-plugin": f"{plugins}/LowerDefer.so",
    "%opt": f"{tool('opt')} -load-pass-plugin={plugins}/LowerDefer.so -verify-each",
    "%opt-bare": tool("opt"),
    "%llc": f"{tool('llc')} -load={plugins}/LowerDefer.so",
    # The compiler's diagnostics, but not what a program or `not --crash` prints.
    "%filecheck": f"{tool('FileCheck')} '--implicit-check-not=: error:' "
    "'--implicit-check-not=: warning:'",
    "%not": "not",
    "%run": run,
    "%emulator": " ".join(emulator),
    "%fuzz": fuzz,
    "%libdir": lib,
    "%incdir": include,
    "%runtime-src": os.path.join(source, "lib/Runtime"),
    # The compiler of the run-time, for tests of its parts.
    "%host-cc": f"{config.host_cc} -std=c11 -Wall -Wextra -Werror -fexceptions "
    f"-I{include} -I{source}/lib/Runtime{sanitize}",
    "%cc": gcc or "gcc",
    "%cxx": gxx or "g++",
    "%rustc": rustc or "rustc",
    "%readelf": tool("llvm-readelf"),
    "%objdump": tool("llvm-objdump"),
    "%nm": tool("llvm-nm"),
    "%dwarfdump": tool("llvm-dwarfdump"),
    "%cmake": config.cmake,
    "%ninja": config.ninja,
    "%srcdir": source,
    "%builddir": build,
    "%python": config.python,
    "%llvm-version": config.llvm_version,
}.items():
    config.substitutions.append((re.escape(name) + r"(?![-\w])", value))

# === Features ===
config.available_features.add("llvm-" + config.llvm_version)
config.available_features.add(machine)
config.available_features.add(platform.system().lower())
if config.assertions:
    config.available_features.add("assertions")
for feature, program in {
    "gcc": gcc,
    "g++": gxx,
    "lld": tool("ld.lld"),
    "make": shutil.which("make"),
    "pkg-config": shutil.which("pkg-config"),
    "ccache": shutil.which("ccache"),
    "gdb": shutil.which("gdb"),
    "clangd": tool("clangd"),
    "clang-tidy": tool("clang-tidy"),
    "rustc": rustc,
    "go": config.go,
}.items():
    if program and os.path.exists(program):
        config.available_features.add(feature)

config.environment["PATH"] = os.pathsep.join(
    [tools, config.environment.get("PATH", os.environ["PATH"])]
)
config.environment["LC_ALL"] = "C"
# Their reports go to a terminal, by Inputs/run.py.
config.environment["ASAN_OPTIONS"] = "color=never"
config.environment["UBSAN_OPTIONS"] = "color=never:print_stacktrace=1"
