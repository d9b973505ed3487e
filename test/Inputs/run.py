#===-- run.py - Run a test program ------------------------------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""Runs a program of a test, compiled first if asked, and checks how it ends.

    run.py [--emulator=COMMAND] [--exit=N] PROGRAM [ARGUMENT...]
    run.py [--emulator=COMMAND] --compiler=COMMAND --flags=FLAGS --output=FILE
           [--exit=N] SOURCE [FLAG...] [-- ARGUMENT...]

The program's stdout and stderr come out of stdout, in the order in which they were
written: it runs on a terminal of its own, so that stdio is line-buffered and
nothing is lost when it aborts.

The expected exit status is N, else what `EXIT: N` in the source says, else 0. A
signal S counts as 128 + S, as in a shell: SIGABRT is 134.
"""

import os
import pty
import re
import select
import shlex
import signal
import subprocess
import sys
import time
import tty

TIMEOUT = 120


def take_options(args):
    options = {}
    while args and args[0].startswith("--") and "=" in args[0]:
        name, value = args.pop(0)[2:].split("=", 1)
        options[name] = value
    return options


def expected_exit(options, source):
    if "exit" in options:
        return int(options["exit"])
    if source:
        with open(source, errors="replace") as file:
            found = re.search(r"\bEXIT: *(\d+)", file.read())
        if found:
            return int(found.group(1))
    return 0


def build(options, args):
    """Returns the source and the command of the program made from it."""
    split = args.index("--") if "--" in args else len(args)
    command = shlex.split(options["compiler"]) + shlex.split(options["flags"])
    # What a test adds may override the matrix.
    command += ["-o", options["output"]] + args[:split]
    status = subprocess.call(command, stdin=subprocess.DEVNULL)
    if status != 0:
        sys.exit(f"run.py: {shlex.join(command)}: exit status {status}")
    return args[0], [options["output"]] + args[split + 1 :]


def run(command):
    """Returns the exit status, or None when time has run out."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    deadline = time.monotonic() + TIMEOUT
    in_time = True
    output = b""
    while True:
        left = deadline - time.monotonic()
        if not select.select([master], [], [], max(left, 0))[0]:
            in_time = False
            os.killpg(process.pid, signal.SIGKILL)
            break
        try:
            data = os.read(master, 65536)
        except OSError:  # EIO: the last one that had it open is gone
            break
        if not data:
            break
        output += data
    # What qemu adds when it passes a signal on to itself.
    output = re.sub(rb"qemu: uncaught target signal .*\n", b"", output)
    sys.stdout.buffer.write(output)
    sys.stdout.flush()
    status = process.wait()
    if not in_time:
        return None
    return 128 - status if status < 0 else status


def main():
    args = sys.argv[1:]
    options = take_options(args)
    source, command = None, args
    if "compiler" in options:
        source, command = build(options, args)
    expected = expected_exit(options, source)
    status = run(shlex.split(options.get("emulator", "")) + command)
    if status is None:
        sys.exit(f"run.py: still running after {TIMEOUT} seconds")
    if status != expected:
        sys.exit(f"run.py: exit status {status}, expected {expected}")


main()
