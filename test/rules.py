#!/usr/bin/env python3
#===-- rules.py - Which tests test which rule --------------------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Writes docs/RULES.md, the table of the contract's rules and their tests.

    rules.py            writes the table
    rules.py --check    fails if the table is stale, a rule has no test, or a test
                        names no rule

A test names its rules at the beginning of a comment: `D4, P2: what is tested`,
`Section 4.3: ...`, or in a line of their own, `Rules: D4, P2`. A test that is known
to fail everywhere (`XFAIL: *`) shows no rule to hold.
"""

import os
import re
import sys

TESTS = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(os.path.dirname(TESTS), "docs/RULES.md")
SUFFIXES = (".c", ".cpp", ".ll", ".test")

# A reminder of each, not the rule itself.
RULES = {
    "D1": "a deferred call runs when its function returns, not at the end of a block",
    "D2": "last deferred, first run",
    "D3": "once per execution of the statement, on every way out",
    "D4": "callee and arguments are evaluated at the statement, of every type",
    "D5": "a block sees the variables; one per iteration, scopes that ended",
    "D6": "anywhere a statement may stand; in loops one call per execution",
    "D7": "`return e`, then deferred calls, then the result variable is returned",
    "D8": "a deferred call's result is discarded; a null callee panics when it runs",
    "D9": "a deferred block is a function of its own as far as defer goes",
    "D10": "`exit` and `longjmp` run no deferred calls; calls that never return",
    "D11": "a function without defer is what plain Clang makes of it",
    "D12": "without memory the call runs at once, and nothing is lost",
    "D13": "deferred code is one piece: its statics, its assembler labels",
    "P1": "a panic runs the deferred calls of every frame up the stack",
    "P2": "recover stops the panic; the frame returns normally",
    "P3": "who may recover, and who may not",
    "P4": "after recover the remaining deferred calls run",
    "P5": "a panic in a deferred call takes over; an inner one leaves the outer",
    "P6": "a panic nobody recovers: the report, Go's chain, SIGABRT",
    "P7": "`pthread_exit` and cancellation run deferred calls",
    "P8": "C++ frames, both ways",
    "P9": "frames of others; where unwinding cannot go on, that is said",
    "P10": "panics in many threads do not wait, and need no malloc",
    "P11": "switched stacks",
    "P12": "signal handlers",
    "E1": "error: defer statement must be a function call",
    "E2": "error: defer is a statement, not an expression",
    "E3": "error: cannot jump out of, or into, a deferred block",
    "E4": "errors of result variables",
    "E5": "errors: variable-length arrays, naked, returns twice, musttail, C++",
    "W1": "warning: last value of a loop's variable, lock in a loop",
    "W2": "remarks: which sites are open-coded, which are pushed",
    "W3": "warning: a variable whose cleanup has run",
    "W4": "Clang's flow warnings and analyzer say what they would say",
    "W5": "warning: a function that promises not to unwind",
    "2": "what a user writes: header, macros, attribute, tooling",
    "4.1": "intrinsics, documented; `opt` lowers them; malformed use is an error",
    "4.2": "at the start of the pipeline, at every level",
    "4.3": "a site that cannot run twice is open-coded",
    "4.4": "a site in a cycle pushes a record; one function may mix both",
    "4.5": "landing pads know what is pending; the normal path pays nothing",
    "4.6": "modes `auto`, `open-coded`, `record` behave alike",
    "4.7": "any pass may run before the lowering",
    "F-defer-cc": "bin/defer-cc",
    "F-header": "include/defer.h",
    "F-plugin": "lib/ClangDefer.so",
    "F-pass": "lib/LowerDefer.so",
    "F-static": "lib/libdefer.a",
    "F-shared": "lib/libdefer.so",
    "F-cmake": "lib/cmake/Defer/DeferConfig.cmake",
    "F-pkg-config": "lib/pkgconfig/defer.pc",
    "F-build-tree": "the build tree has the layout of an installation",
}

# A full stop ends `D1.` in a sentence, which is not meant.
RULE = r"(?:[DPEW][1-9]\d?|[24](?:\.\d)?|F-[a-z-]+)"
NAMES = re.compile(
    rf"^\s*(?://|/\*+|\*|;|#)?\s*(?:(?:Rules: |Section |SPEC )?({RULE}(?:, {RULE})*):"
    rf"|Rules: ({RULE}(?:, {RULE})*)$)"
)
COMMENT = re.compile(r"^\s*(//|/\*|\*|;)")


def rules_of(path):
    """Returns the rules that a test names, and whether it is to pass."""
    found, passes = [], True
    with open(path, errors="replace") as file:
        for line in file:
            if not path.endswith(".test") and not COMMENT.match(line):
                continue
            if re.search(r"\bXFAIL: *\*", line):
                passes = False
            match = NAMES.match(line.rstrip())
            if match:
                found += (match.group(1) or match.group(2)).split(", ")
    return found, passes


def survey():
    """Returns {rule: {suite: [test]}} and what is wrong with the tests."""
    tests_of, wrong = {rule: {} for rule in RULES}, []
    for folder, folders, files in os.walk(TESTS):
        folders[:] = sorted(f for f in folders if f not in ("Inputs", "Output"))
        for file in sorted(files):
            path = os.path.relpath(os.path.join(folder, file), TESTS)
            # The other half of a pair, without which it is never run.
            if file.endswith(".go") and file[:-2] + "c" not in files:
                wrong.append(f"test/{path} is no half of a pair")
            if "/" not in path or not file.endswith(SUFFIXES):
                continue
            found, passes = rules_of(os.path.join(TESTS, path))
            if not found:
                wrong.append(f"test/{path} names no rule")
            for rule in found:
                if rule not in RULES:
                    wrong.append(f"test/{path} names {rule}, which is no rule")
                elif passes:
                    suite, name = path.split("/", 1)
                    tests = tests_of[rule].setdefault(suite, [])
                    name = os.path.splitext(name)[0]
                    if name not in tests:
                        tests.append(name)
    wrong += [f"{rule} has no test" for rule in RULES if not tests_of[rule]]
    return tests_of, wrong


def table(tests_of):
    lines = [
        "<!-- Written by test/rules.py. -->",
        "# The rules and their tests",
        "",
        "Each test names the rules that it shows to hold. `tools/dev rules` writes this",
        "table, and a test fails when it is stale or a rule has no test.",
        "",
        "| rule | in short | tests |",
        "|---|---|---|",
    ]
    for rule, text in RULES.items():
        suites = []
        for suite, tests in sorted(tests_of[rule].items()):
            suites.append(f"**{suite}:** {', '.join(tests)}")
        lines.append(f"| **{rule}** | {text} | {'; '.join(suites)} |")
    return "\n".join(lines) + "\n"


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    tests_of, wrong = survey()
    text = table(tests_of)
    if not sys.argv[1:]:
        with open(TABLE, "w") as file:
            file.write(text)
    else:
        with open(TABLE) as file:
            if file.read() != text:
                wrong.append("docs/RULES.md is stale: run tools/dev rules")
    if wrong:
        sys.exit("\n".join(wrong))


main()
