#===-- pair.py - The same program in Go and in C ----------------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Runs NAME.go and NAME.c and compares what they do.

    pair.py --go=GO --oracle=FOLDER --compiler=COMMAND --flags=FLAGS
            [--emulator=COMMAND] --output=FILE NAME.c [FLAG...]

Compared are stdout, byte by byte; the exit status, where Go's 2 of a panic is our
SIGABRT; and stderr, which must be Go's without its goroutines and ours without
the line `raised at`.

What the Go program does is kept in the folder of --oracle, with its source: cells
that run the same pair build it once.
"""

# What is seldom needed is imported where it is: there are many of these processes.
import json
import os
import re
import shlex
import subprocess
import sys

TIMEOUT = 60
GO_PANIC, SIGABRT = 2, -6


def execute(command, environment=None):
    """Returns [stdout, status, stderr] of a program."""
    process = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=TIMEOUT,
        env={**os.environ, **(environment or {})},
    )
    return [
        process.stdout.decode(errors="replace"),
        process.returncode,
        process.stderr.decode(errors="replace"),
    ]


def must(command):
    status = subprocess.call(command, stdin=subprocess.DEVNULL)
    if status != 0:
        sys.exit(f"pair.py: {shlex.join(command)}: exit status {status}")


def build_go(go, source, program, folder):
    """`go build` without its search for what to build: half the time."""
    names = ["GOTOOLDIR", "GOROOT", "GOOS", "GOARCH"]
    output = subprocess.check_output([go, "env"] + names, text=True)
    tools, root, system, machine = output.splitlines()
    packages = f"{root}/pkg/{system}_{machine}"
    object_file = os.path.join(folder, "main.o")
    compiler = [f"{tools}/compile", "-p", "main", "-I", packages]
    must(compiler + ["-o", object_file, source])
    linker = [f"{tools}/link", "-s", "-w", "-L", packages]
    must(linker + ["-o", program, object_file])


def run_go(options, source):
    with open(source) as file:
        text = file.read()
    known = os.path.join(options["oracle"], os.path.basename(source) + ".json")
    try:
        with open(known) as file:
            old = json.load(file)
        if old["source"] == text:
            return old["result"]
    except FileNotFoundError:
        pass
    import tempfile

    os.makedirs(options["oracle"], exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options["oracle"]) as folder:
        program = os.path.join(folder, "program")
        build_go(options["go"], source, program, folder)
        result = execute([program], {"GOTRACEBACK": "none"})
        # Another cell may do the same at this moment.
        written = os.path.join(folder, "json")
        with open(written, "w") as file:
            json.dump({"source": text, "result": result}, file)
        os.replace(written, known)
    return result


def comparable_go(result):
    stdout, status, stderr = result
    # A blank line divides the panics from the goroutines; a null pointer's
    # panic has its signal below it.
    stderr = re.split(r"^(?:\n|\[signal |goroutine )", stderr, flags=re.M)[0]
    return stdout, "panic" if status == GO_PANIC else status, stderr


def comparable_c(result):
    stdout, status, stderr = result
    stderr = re.sub(r"^raised at .*\n", "", stderr, flags=re.M)
    return stdout, "panic" if status == SIGABRT else status, stderr


def main():
    args, options = sys.argv[1:], {}
    while args and args[0].startswith("--"):
        name, value = args.pop(0)[2:].split("=", 1)
        options[name] = value
    source = args[0]
    compiler = shlex.split(options["compiler"]) + shlex.split(options["flags"])
    must(compiler + ["-o", options["output"]] + args)

    expected = run_go(options, os.path.splitext(source)[0] + ".go")
    actual = execute(shlex.split(options.get("emulator", "")) + [options["output"]])
    # What qemu adds when it passes a signal on to itself.
    actual[2] = re.sub(r"^qemu: uncaught target signal .*\n", "", actual[2], flags=re.M)
    failed = False
    for what, go, c in zip(
        ["stdout", "exit status", "stderr"],
        comparable_go(expected),
        comparable_c(actual),
    ):
        if go == c:
            continue
        failed = True
        if what == "exit status":
            print(f"exit status: Go {go}, C {c}")
            continue
        import difflib

        names = f"Go: {what}", f"C: {what}"
        for line in difflib.unified_diff(
            go.splitlines(), c.splitlines(), *names, lineterm=""
        ):
            print(line)
    if failed:
        sys.exit("pair.py: Go and C differ")


main()
