#!/usr/bin/env python3
#===-- bench.py - Measures clang-defer against its rivals --------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Measures, and says what reaches what it must.

    bench.py --config=CONFIG.json [--docs=FOLDER] [--iterations=N]
             [--kernels=NAME,...] [--rivals=NAME,...] PART...

Parts:
    instructions   executed by each kernel, by callgrind
    size           of the kernels' code
    loop           time of each kernel; what a deferred call in a loop takes
    memory         10 million records
    compile        compile time, without and with defers
    untouched      code without defers stays as it is

Writes results.json into the folder of CONFIG.json, which CMake writes; what was
measured before in that folder on the same machine, of the same versions, is kept.
With --docs the results and the documents made of them are written there too. With
--iterations, --kernels or --rivals, for a quick look, nothing is written. The exit
status is 0 when everything could be measured, whether or not it falls short.
"""

import argparse
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import time

import compile_time
import measure
import report
from programs import HERE, Programs, run
from tables import KERNELS, RIVALS

TABLES = {
    "instructions": report.instructions,
    "size": report.sizes,
    "loop": report.times,
}
START = time.monotonic()


def say(text):
    print(f"[{time.monotonic() - START:4.0f} s] {text}", flush=True)


def machine():
    info = pathlib.Path("/proc/cpuinfo").read_text()
    cpu = re.search(r"^model name\s*: (.*)", info, re.M)
    return {
        "processor": cpu[1] if cpu else platform.machine(),
        "processors": os.cpu_count(),
        "kernel": platform.release().split("-")[0],
        "system": platform.freedesktop_os_release()["PRETTY_NAME"],
    }


def versions(config):
    def first_line(words):
        try:
            return run(words).splitlines()[0]
        except (OSError, IndexError):
            return "missing"

    ldc2, go, valgrind = config["ldc2"], config["go"], config["valgrind"]
    return {
        "clang": first_line([config["clang"], "--version"]),
        "go": first_line([go, "version"]),
        "ldc2": first_line([ldc2, "--version"]).rstrip(":"),
        "valgrind": first_line([valgrind, "--version"]),
        "google-benchmark": config["benchmark"],
    }


def untouched(config, folder):
    """tools/untouched.py says what differs, and whether anything did."""
    result = subprocess.run(
        [sys.executable, HERE.parent / "tools/untouched.py", "sources"]
        + [f"--clang={config['clang']}", f"--defer-cc={config['defer_cc']}"]
        + [f"--work={folder}"],
        stdout=subprocess.PIPE,
        text=True,
    )
    summary = [line for line in result.stdout.splitlines() if "untouched:" in line]
    if not summary:
        raise OSError(f"untouched.py: {result.stdout.strip()[-300:]}")
    text = summary[-1].removeprefix("untouched: ")
    return {"summary": text, "same": result.returncode == 0}


def names_of(table):
    known = {entry.name for entry in table}

    def names(text):
        for name in text.split(","):
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name} is not among {sorted(known)}")
        return text.split(",")

    return names


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--config", type=pathlib.Path, required=True)
    parser.add_argument("--docs", type=pathlib.Path)
    parser.add_argument("--iterations", type=int)
    parser.add_argument("--kernels", type=names_of(KERNELS))
    parser.add_argument("--rivals", type=names_of(RIVALS))
    parser.add_argument("parts", nargs="+", choices=list(report.REQUIREMENTS))
    args = parser.parse_args()
    config = json.loads(args.config.read_text())
    folder = args.config.resolve().parent

    results = {"machine": machine(), "versions": versions(config), "failed": {}}
    path = folder / "results.json"
    quick = args.iterations or args.kernels or args.rivals
    if path.exists() and not quick:
        before = json.loads(path.read_text())
        if all(before[key] == results[key] for key in ("machine", "versions")):
            results = before

    say("building the programs of all rivals")
    rivals = [r for r in RIVALS if not args.rivals or r.name in args.rivals]
    kernels = [k for k in KERNELS if not args.kernels or k.name in args.kernels]
    programs = Programs(config, folder, rivals, kernels)
    programs.build()
    results["missing"], results["different"] = programs.missing, programs.compare()
    for name, why in programs.missing.items():
        say(f"MISSING: {name}: {why}")
    for line in results["different"]:
        say(f"DIFFERENT: {line}")

    iterations = args.iterations or 1000000
    parts = {
        "instructions": lambda: measure.instructions(programs, say, iterations),
        "size": lambda: measure.sizes(programs),
        "loop": lambda: measure.times(programs, say),
        "memory": lambda: measure.memory(programs),
        "compile": lambda: compile_time.measure(config, folder, say),
        "untouched": lambda: untouched(config, folder),
    }
    for part in args.parts:
        say(part)
        results["failed"].pop(part, None)
        try:
            results[report.FIELD.get(part, part)] = parts[part]()
        except OSError as error:
            results["failed"][part] = str(error)
        if not quick:
            path.write_text(json.dumps(results, indent=1) + "\n")
        if part in TABLES and part not in results["failed"]:
            table = TABLES[part](results)
            print(re.sub(r"\[(`\w+`)\]\(.*?\)", r"\1", table), flush=True)
        for row in report.requirements(results, [part]):
            mark = "pass" if row.passed else "FALLS SHORT"
            say(f"{mark}: {row.what}: {row.measured}; must reach {row.must}")
    if args.docs and not quick:
        (args.docs / "performance.json").write_text(path.read_text())
        for made in report.write(results, args.docs):
            say(f"wrote {made}")
    wrong = programs.missing or results["different"] or results["failed"]
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
