#!/usr/bin/env python3
#===-- report.py - What was measured, in words and pictures ------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Makes PERFORMANCE.md and its pictures from the JSON that bench.py writes.

    report.py RESULTS.json FOLDER

The text is PERFORMANCE.md.in beside this file. In it `{{NAME}}` is what the function
of that name below returns: no number is typed by hand.
"""

import dataclasses
import json
import pathlib
import re
import sys

import plot
from tables import KERNELS, RIVALS

HERE = pathlib.Path(__file__).resolve().parent
FAST = [kernel for kernel in KERNELS if kernel.limit]
LOOPS = [kernel for kernel in KERNELS if not kernel.limit]
NAMES = {rival.name: rival.what for rival in RIVALS}


# === What must be reached ===
@dataclasses.dataclass
class Row:
    part: str
    what: str
    must: str
    measured: str
    passed: bool

    @property
    def verdict(self):
        return "pass" if self.passed else "falls short"


def worst(ratios, limit, unit=" ×"):
    """Text and verdict for {kernel: ratio}, at most `limit`: the largest, and which
    are over it."""
    if not ratios:
        return "not measured", False
    over = [name for name, ratio in ratios.items() if ratio > limit + 1e-9]
    name = max(ratios, key=ratios.get)
    text = f"at most {ratios[name]:.3f}{unit} ({name})"
    if over:
        text += f"; {len(over)} of {len(ratios)} over it: {', '.join(over)}"
    return text, not over


def ratios(rows, kernels, base, field=None):
    found = {}
    for kernel in kernels:
        row = rows.get(kernel.key, {})
        if "defer" in row and base in row:
            one, other = row["defer"], row[base]
            found[kernel.name if kernel.limit else kernel.key] = (
                one[field] / other[field] if field else one / other
            )
    return found


def instruction_rows(results):
    rows = results["instructions"]
    for limit in sorted({kernel.limit for kernel in FAST}):
        kernels = [kernel for kernel in FAST if kernel.limit == limit]
        what = "conditional kernels" if limit > 1 else "the other fast-path kernels"
        yield Row(
            "instructions",
            f"executed instructions against `goto`: {what}",
            f"≤ {limit:.2f} ×",
            *worst(ratios(rows, kernels, "goto"), limit),
        )
    for base in ("cleanup", "clang_defer"):
        yield Row(
            "instructions",
            f"executed instructions against {NAMES[base]}",
            "≤ 1.00 ×",
            *worst(ratios(rows, FAST, base), 1.0),
        )


def size_rows(results):
    rows = results["size"]
    yield Row(
        "size",
        "hot code of the fast-path kernels, against `goto`",
        "≤ 1.05 ×",
        *worst(ratios(rows, FAST, "goto", "hot"), 1.05),
    )
    yield Row(
        "size",
        "whole size with pads and tables, against `cleanup`",
        "≤ 1.00 ×",
        *worst(ratios(rows, FAST, "cleanup", "whole"), 1.0),
    )


def loop_rows(results):
    rows = results["time"]
    loops = {kernel.count: kernel for kernel in LOOPS if kernel.name == "loop"}
    yield Row(
        "loop",
        "time for each call that a loop of 1,000 defers, against a growing array",
        "≤ 1.5 ×",
        *worst(ratios(rows, [loops[1000]], "goto"), 1.5),
    )
    against_go = ratios(rows, list(loops.values()), "go")
    faster = {key: 1 / ratio for key, ratio in against_go.items()}
    first = faster.pop(loops[1].key, 0)
    yield Row(
        "loop",
        "the same in loops of 10 and more, against Go",
        "≥ 10 × faster",
        ", ".join(f"{key}: {ratio:.1f} ×" for key, ratio in faster.items())
        or "not measured",
        bool(faster) and min(faster.values()) >= 10,
    )
    yield Row(
        "loop",
        "a loop of 1, against Go",
        "no slower",
        f"{first:.1f} × faster" if first else "not measured",
        first >= 1,
    )


def memory_rows(results):
    before, *samples, after = results["memory"]
    first, middle, last = samples[0], samples[len(samples) // 2 - 1], samples[-1]

    def slope(one, other, field):
        return (other[field] - one[field]) / (other["records"] - one["records"])

    record = slope(first, last, "resident")
    yield Row(
        "memory",
        "memory for each record with one pointer captured",
        "≤ 32 bytes",
        f"{record:.1f} bytes",
        record <= 32,
    )
    bend = {
        field: slope(middle, last, field) / slope(first, middle, field)
        for field in ("resident", "seconds")
    }
    yield Row(
        "memory",
        "10 million records are linear: the second half against the first",
        "≤ 1.1 × memory, ≤ 1.5 × time",
        f"{bend['resident']:.2f} × memory, {bend['seconds']:.2f} × time",
        bend["resident"] <= 1.1 and bend["seconds"] <= 1.5,
    )
    yield Row(
        "memory",
        "the stack does not grow",
        "≤ 4 KiB",
        f"{after['stack']} bytes",
        after["stack"] <= 4096,
    )
    for field, what in (("heap", "of malloc"), ("resident", "resident")):
        kept = after[field] - before[field]
        yield Row(
            "memory",
            f"memory is given back afterwards: what is kept, {what}",
            "≤ 1 MiB",
            f"{kept / 2**20:.2f} MiB",
            kept <= 2**20,
        )


def compile_rows(results):
    found = results["compile"]
    yield Row(
        "compile",
        "compile time of code without defers (SQLite), against plain clang",
        "≤ 1.02 ×",
        *worst({k: v["defer"] / v["clang"] for k, v in found["without"].items()}, 1.02),
    )
    many = {k: v["1000"] for k, v in found["with"].items() if k != "functions"}
    yield Row(
        "compile",
        "1,000 sites in one function, against 1,000 `cleanup` variables",
        "< 2 ×",
        *worst({k: v["defer"] / v["cleanup"] for k, v in many.items()}, 2),
    )
    # What compiling one more costs, in large against in small numbers. Clang's own
    # passes are not quite linear; ours may be as far from it as theirs.
    for shape, rows in found["with"].items():
        sizes = sorted(map(int, rows))
        large, small = sizes[-1], sizes[-2] if shape == "functions" else 250

        def bend(who):
            start, middle, end = (rows[str(n)][who] for n in (1, small, large))
            return (end - start) / (middle - start) * small / large

        ours, theirs = bend("defer"), bend("cleanup")
        yield Row(
            "compile",
            f"linear: time for each of {large:,} {shape} against each of {small:,}",
            "≤ 1.25 ×, or as `cleanup`",
            f"{ours:.2f} ×; `cleanup` {theirs:.2f} ×",
            ours <= max(1.25, theirs),
        )


def untouched_rows(results):
    said = results["untouched"]
    yield Row(
        "untouched",
        "code without defers: the same instructions (Lua and zlib, -O0 and -O2)",
        "no difference",
        said["summary"],
        said["same"],
    )


REQUIREMENTS = {
    "instructions": instruction_rows,
    "size": size_rows,
    "loop": loop_rows,
    "memory": memory_rows,
    "compile": compile_rows,
    "untouched": untouched_rows,
}
# What of the results a part needs.
FIELD = {"loop": "time"}


def requirements(results, parts=REQUIREMENTS):
    """A row for each thing that must be reached. What a part failed to measure falls
    short."""
    rows = []
    for part in parts:
        why = results.get("failed", {}).get(part)
        if why or FIELD.get(part, part) not in results:
            rows.append(Row(part, part, "measured", why or "not measured", False))
        else:
            rows += REQUIREMENTS[part](results)
    return rows


# === Tables ===
def markdown(head, rows, numbers=True):
    rule = ["---"] + (["--:"] if numbers else ["---"]) * (len(head) - 1)
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])


def kernel_table(rows, kernels, show):
    """A row for each kernel, a column for each rival."""
    rivals = [r for r in RIVALS if any(r.name in rows.get(k.key, {}) for k in kernels)]
    body = []
    for kernel in kernels:
        row = rows.get(kernel.key)
        if not row:
            continue
        cells = [show(row[r.name]) if r.name in row else "–" for r in rivals]
        link = f"[`{kernel.name}`](../benchmarks/kernels/{kernel.name}.c)"
        body.append([f"{link}: {kernel.what}", *cells])
    return markdown(["", *(r.what for r in rivals)], body)


def verdicts(results):
    return markdown(
        ["what", "must reach", "measured", ""],
        [
            [row.what, row.must, row.measured, f"**{row.verdict}**"]
            for row in requirements(results)
        ],
        numbers=False,
    )


def instructions(results):
    return kernel_table(results["instructions"], KERNELS, "{:.2f}".format)


def times(results):
    return kernel_table(results["time"], KERNELS, "{:.2f}".format)


def sizes(results):
    rows = results["size"]
    return kernel_table(
        rows,
        KERNELS,
        lambda size: f"{size['hot']} / {size['whole']}",
    )


def slower(results):
    """The kernels where another way to the same end executes fewer instructions."""
    lines = []
    for kernel in KERNELS:
        row = results["instructions"].get(kernel.key, {})
        better = [
            f"{NAMES[name]} {row[name]:.2f}"
            for name in ("goto", "clang_defer", "cleanup")
            if name in row and row[name] < row.get("defer", 0)
        ]
        if better:
            lines.append(f"- {kernel.what}: {row['defer']:.2f}; {', '.join(better)}")
    return "\n".join(lines) or "No kernel."


def memory(results):
    return markdown(
        ["records", "resident, MiB", "of malloc, MiB", "stack, bytes", "seconds"],
        [
            [
                f"{row['records']:,}" + (" (after)" if row["ran"] else ""),
                f"{row['resident'] / 2**20:.1f}",
                f"{row['heap'] / 2**20:.1f}",
                str(row["stack"]),
                f"{row['seconds']:.2f}",
            ]
            for row in results["memory"]
        ],
    )


def compile_without(results):
    return markdown(
        ["SQLite", "clang, s", "with the plugin, s", ""],
        [
            [f"`{level}`", f"{row['clang']:.2f}", f"{row['defer']:.2f}"]
            + [f"{row['defer'] / row['clang']:.3f} ×"]
            for level, row in results["compile"]["without"].items()
        ],
    )


def compile_with(results):
    return markdown(
        ["", "`cleanup`, s", "clang-defer, s", ""],
        [
            [f"{int(n):,} {shape}", f"{row['cleanup']:.2f}", f"{row['defer']:.2f}"]
            + [f"{row['defer'] / row['cleanup']:.2f} ×"]
            for shape, rows in results["compile"]["with"].items()
            for n, row in rows.items()
        ],
    )


def machine(results):
    rows = {**results["machine"], **results["versions"]}
    return markdown(["", ""], [[k, str(v)] for k, v in rows.items()], numbers=False)


def missing(results):
    lines = [f"{NAMES[k]} is missing: {why}" for k, why in results["missing"].items()]
    lines += results["different"]
    lines += [f"`{part}` failed: {why}" for part, why in results["failed"].items()]
    return "\n".join(f"- {line}" for line in lines) or "No rival was missing."


TEXTS = {
    "verdicts": verdicts,
    "instructions": instructions,
    "times": times,
    "sizes": sizes,
    "slower": slower,
    "memory": memory,
    "compile_without": compile_without,
    "compile_with": compile_with,
    "machine": machine,
    "missing": missing,
}


# === Pictures ===
def against_goto(results):
    rows = results["instructions"]
    values = {
        kernel.name: {
            name: count / rows[kernel.key]["goto"]
            for name, count in rows[kernel.key].items()
        }
        for kernel in FAST
        if "goto" in rows.get(kernel.key, {})
    }
    title = "Executed instructions, work included, against goto"
    return plot.bars(title, values, NAMES, "goto is 1", most=2.5)


def in_loops(results):
    values = {
        f"{kernel.name} of {kernel.count:,}": results["time"][kernel.key]
        for kernel in LOOPS
        if kernel.key in results["time"]
    }
    title = "Time for each call that a loop defers"
    return plot.bars(title, values, NAMES, "nanoseconds", log=True)


def compiling(results):
    values = {
        f"{int(n):,} {shape}": row
        for shape, rows in results["compile"]["with"].items()
        for n, row in rows.items()
        if int(n) >= 100
    }
    return plot.bars("Compile time", values, NAMES, "seconds", log=True)


PICTURES = {
    "performance-instructions": against_goto,
    "performance-loops": in_loops,
    "performance-compile": compiling,
}


def write(results, folder):
    """Returns the files that it wrote."""
    folder = pathlib.Path(folder)

    def text(match):
        try:
            return TEXTS[match[1]](results)
        except KeyError as error:
            return f"*Not measured: no {error}.*"

    template = (HERE / "PERFORMANCE.md.in").read_text()
    made = {"PERFORMANCE.md": re.sub(r"\{\{(\w+)\}\}", text, template)}
    for name, draw in PICTURES.items():
        try:
            made[f"{name}.svg"] = draw(results)
        except KeyError:
            pass  # Not measured, as the text says.
    for name, content in made.items():
        (folder / name).write_text(content)
    return [folder / name for name in made]


if __name__ == "__main__":
    write(json.loads(pathlib.Path(sys.argv[1]).read_text()), sys.argv[2])
