#===-- measure.py - Instructions, sizes, times and memory --------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Each function measures one thing for each kernel and rival, given the programs, and
returns {kernel: {rival: value}}."""

import json
import os
import re

from programs import HERE, in_parallel, run


def pairs(programs):
    return [
        (kernel, rival)
        for kernel in programs.kernels
        for rival in programs.rivals
        if programs.has(kernel, rival)
    ]


def table(jobs, values):
    found = {}
    for (kernel, rival), value in zip(jobs, values):
        found.setdefault(kernel.key, {})[rival.name] = value
    return found


# === Executed instructions ===
def without_drive(profile):
    """All that a program executed, but for the function `drive` itself."""
    total = own = 0
    names, inside, inclusive = {}, False, False
    for line in profile.splitlines():
        if line.startswith("fn="):
            number, name = re.match(r"fn=\((\d+)\)(?: (.*))?", line).groups()
            if name:
                names[number] = name
            inside = names.get(number, "") in ("drive", "main.drive")
        elif match := re.match(r"cfn=\((\d+)\) (.*)", line):
            names[match[1]] = match[2]
        elif line.startswith("calls="):
            inclusive = True  # The next line's cost is that of what is called.
        elif match := re.match(r"[+\-*\d]\S* (\d+)$", line):
            own += int(match[1]) if inside and not inclusive else 0
            inclusive = False
        elif line.startswith("totals: "):
            total = int(line.split()[1])
    return total - own


def instructions(programs, say, iterations):
    """Of the kernel and all that it calls, for one run of it; in a loop for one call
    that it defers: what n runs execute, without what no run does, divided by n."""
    environment = dict(
        os.environ, LD_BIND_NOW="1", GODEBUG="asyncpreemptoff=1", GOMAXPROCS="1"
    )

    def executed(kernel, rival, n):
        output = programs.folder / f"callgrind.{kernel.key}.{rival.name}.{n}"
        words = [programs.config["valgrind"], "--tool=callgrind"]
        words += [f"--callgrind-out-file={output}"]
        words += programs.command(kernel, rival, n)
        try:
            run(words, 1800, env=environment)
        except OSError as error:
            # Seen once in a thousand runs, on a machine that had much else to do.
            say(f"AGAIN, for it failed: {error}")
            run(words, 1800, env=environment)
        count = without_drive(output.read_text())
        output.unlink()
        return count

    def one(job):
        kernel, rival = job
        n = max(1, iterations // kernel.calls)
        count = executed(kernel, rival, n) - executed(kernel, rival, 0)
        say(f"instructions: {kernel.key} {rival.name}")
        return round(count / (n * kernel.calls), 2)

    jobs = pairs(programs)
    return table(jobs, in_parallel(one, jobs))


# === Code size ===
def object_size(path):
    """Bytes of a kernel's object file: `hot` is code outside of what is marked as
    unlikely, `whole` all that is loaded, with pads and tables."""
    hot = whole = 0
    row = r"\[ *\d+\] (\S+) +\w+ +\w+ \w+ (\w+) \w+ +(\w+) "
    for name, size, flags in re.findall(row, run(["readelf", "-SW", path])):
        if "A" in flags:
            whole += int(size, 16)
        cold = re.match(r"\.text\.(unlikely|split)", name)
        if "X" in flags and not cold:
            hot += int(size, 16)
    return {"hot": hot, "whole": whole}


def sizes(programs):
    """Those of the C family: the object files of others hold more than the kernel."""
    jobs = [
        (kernel, rival)
        for kernel, rival in pairs(programs)
        if rival.language in ("c", "c++") and kernel.count in (0, 10)
    ]
    return table(jobs, [object_size(programs.object(k.name, r)) for k, r in jobs])


# === Time ===
def times(programs, say, rounds=5):
    """Nanoseconds for one run, in a loop for one call that it defers: the least of
    several runs. The rivals take turns, so that what else the machine does meets
    all of them."""
    least = {}

    def note(kernel, rival, nanoseconds):
        row = least.setdefault(kernel.key, {})
        each = nanoseconds / kernel.calls
        row[rival.name] = round(min(each, row.get(rival.name, each)), 3)

    jobs = pairs(programs)
    native = {
        f"{kernel.name}_{rival.name}:{kernel.count}": (kernel, rival)
        for kernel, rival in jobs
        if rival.language != "go"
    }
    go = {
        f"{kernel.name}:{kernel.count}": (kernel, rival)
        for kernel, rival in jobs
        if rival.language == "go"
    }
    for number in range(1, rounds + 1):
        say(f"time: round {number} of {rounds}")
        said = run(
            [programs.timings, "--benchmark_format=json", "--benchmark_min_time=0.02"]
            + ["--benchmark_repetitions=3", "--benchmark_enable_random_interleaving"]
            + list(native)
        )
        for entry in json.loads(said)["benchmarks"]:
            if entry["run_type"] == "iteration":
                note(*native[entry["run_name"]], entry["cpu_time"])
        if go:
            for line in run([programs.go, "time", *go]).splitlines():
                name, nanoseconds = line.split()
                note(*go[name], float(nanoseconds))
    return least


# === Memory ===
def memory(programs):
    """What 10 million records in one loop take; memory.c prints it."""
    config, program = programs.config, programs.folder / "memory"
    run(
        [config["clang"], "-O2", f"-fplugin={config['plugin']}"]
        + [f"-I{config['include']}", f"-I{HERE}", HERE / "memory.c"]
        + [programs.folder / "work.o", config["libdefer"], "-o", program]
    )
    return json.loads(run([program]))
