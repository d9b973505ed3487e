#!/usr/bin/env python3
"""Random functions in IR against an interpreter of docs/IR.md.

A function is a random graph of blocks: sites, runs, storage, calls that panic, with
and without pads of their own, a frame that goes on anywhere. What it does is told by
a string of decisions; what it prints is compared with what the contract says, for
several modes and with optimizers before and after the lowering.

    random_cfg.py --build build --seed 1 --count 40
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile

SUFFIX = ".needs_fpass_plugin_LowerDefer_so"

# Mode, passes before the lowering, level of what comes after it.
CONFIGURATIONS = [
    ("auto", None, "-O0"),
    ("auto", None, "-O2"),
    ("record", None, "-O1"),
    ("auto", "default<O2>", "-O0"),
    ("record", "default<O1>", "-O0"),
    ("auto", "default<O3>", "-O2"),
]

HARNESS = r"""
#include <defer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern int (*const functions[])(void);
void *__defer_recover(void *);
static const char *bits;
static int decides(void) { return *bits && *bits++ == '1'; }
int decide(void) { return decides(); }
int __decide(void) { return decides(); }
void escape(void *p) { (void)p; }
void __cleanup(int k) { printf("c%d ", k); }
void work(int k) {
  printf("w%d ", k);
  if (decides() && decides()) {
    printf("!w%d ", k);
    defer_panic((void *)1);
  }
}
void run_thunk(int site, int value, void *exception, int recovers) {
  printf("d%d:%d%s ", site, value, exception ? "e" : "");
  if (recovers && __defer_recover(exception))
    printf("r ");
  if (decides() && decides()) {
    printf("!d%d ", site);
    defer_panic((void *)1);
  }
}
static void once(int (*f)(void)) {
  defer { if (defer_recover()) printf("P"); }
  int result = f();
  printf("R%d", result);
}
int main(int argc, char **argv) {
  (void)argc;
  static char line[256];
  FILE *in = fopen(argv[1], "r");
  while (in && fgets(line, sizeof line, in)) {
    bits = strchr(line, ' ') + 1;
    once(functions[atoi(line)]);
    printf("\n");
    fflush(stdout);
  }
}
"""


class Site:
    def __init__(self, rng, variables):
        # The context is a number, or the address of a variable.
        self.variable = rng.randrange(variables) if variables and rng.random() < 0.5 else None
        self.recovers = rng.random() < 0.3
        self.indirect = rng.random() < 0.15  # the thunk is loaded
        self.pad = rng.random() < 0.25
        self.internal = rng.random() < 0.7


class Program:
    def __init__(self, rng):
        count = rng.randint(3, 12)
        self.variables = rng.randint(0, 3)
        self.runs = rng.random() < 0.5  # more than the one at the exit
        self.sites = []
        self.blocks = []
        # None: no frame; -1: what is returned is loaded; else a block.
        self.frame = rng.choice([None, -1, -1, rng.randrange(count)])
        for i in range(count):
            operations = []
            for _ in range(rng.randint(0, 4)):
                kind = rng.random()
                if kind < 0.35:
                    operations.append(("work", rng.randint(0, 99), rng.random() < 0.3))
                elif kind < 0.75:
                    self.sites.append(Site(rng, self.variables))
                    operations.append(("site", len(self.sites) - 1))
                elif kind < 0.87 and self.variables:
                    operations.append(("storage", rng.randrange(self.variables), rng.random() < 0.2))
                elif kind < 0.95 and self.variables:
                    operations.append(("change", rng.randrange(self.variables)))
                elif self.runs:
                    operations.append(("run",))
            if i == count - 1 or rng.random() < 0.12:
                end = ("return", i + 1)
            else:
                forward = rng.randint(i + 1, count - 1)
                kind = rng.random()
                if kind < 0.25:
                    end = ("goto", forward)
                elif kind < 0.85:
                    end = ("if", rng.randrange(1, count), forward)
                else:
                    end = ("switch", rng.randrange(1, count), rng.randrange(1, count), forward)
            self.blocks.append((operations, end))

    # -- as IR ----------------------------------------------------------------

    def text(self, name):
        out = []
        pads = []
        serial = [0]

        def new(prefix="t"):
            serial[0] += 1
            return f"{prefix}{serial[0]}"

        def emit(line):
            out.append("  " + line)

        def count():
            a, b = "%" + new(), "%" + new()
            emit(f"{a} = load i32, ptr %counter")
            emit(f"{b} = add i32 {a}, 1")
            emit(f"store i32 {b}, ptr %counter")
            return b

        def call(what, has_pad, result=""):
            if not has_pad:
                emit(f"{result}call {what}")
                return
            after, pad = new("n"), new("p")
            emit(f"{result}invoke {what} to label %{after} unwind label %{pad}")
            out.append(f"{after}:")
            pads.append((pad, serial[0] % 100))

        def storage(v, has_pad):
            p = "%" + new()
            call(f"ptr @defer.storage{SUFFIX}(i64 4, i64 4)", has_pad, f"{p} = ")
            return p

        def decide():
            a, b = "%" + new(), "%" + new()
            emit(f"{a} = call i32 @{'__' if serial[0] % 3 else ''}decide()")
            emit(f"{b} = icmp ne i32 {a}, 0")
            return b

        attributes = " noinline optnone" if self.frame is None else ""
        out.append(f"define i32 @{name}(){attributes} personality ptr @__gcc_personality_v0 {{")
        out.append("entry:")
        emit("%counter = alloca i32")
        emit("store i32 0, ptr %counter")
        emit("%result = alloca i32")
        emit("store i32 0, ptr %result")
        for s in range(len(self.sites)):
            emit(f"%context{s} = alloca {{ i32, ptr }}")
        for v in range(self.variables):
            emit(f"%slot{v} = alloca ptr")
        if self.frame not in (None, -1):  # all of this is read there
            for value in ["counter", "result"] + [f"slot{v}" for v in range(self.variables)]:
                emit(f"call void @escape(ptr %{value})")
        for v in range(self.variables):
            p = f"%first{v}"
            emit(f"{p} = alloca i32")
            emit(f"store i32 0, ptr {p}")
            emit(f"store ptr {p}, ptr %slot{v}")
        if self.frame is not None:
            emit(f"%again = call i1 @defer.frame{SUFFIX}(ptr %result)")
            recovered = "out" if self.frame == -1 else f"b{self.frame}"
            emit(f"br i1 %again, label %{recovered}, label %b0")
        else:
            emit("br label %b0")
        for i, (operations, end) in enumerate(self.blocks):
            out.append(f"b{i}:")
            if i == self.frame:
                self.reset(emit)
            for operation in operations:
                kind = operation[0]
                if kind == "work":
                    call(f"void @work(i32 {operation[1]})", operation[2])
                elif kind == "storage":
                    number = count()
                    p = storage(operation[1], operation[2])
                    emit(f"store i32 {number}, ptr {p}")
                    emit(f"store ptr {p}, ptr %slot{operation[1]}")
                elif kind == "change":
                    a, b, c = ("%" + new() for _ in range(3))
                    emit(f"{a} = load ptr, ptr %slot{operation[1]}")
                    emit(f"{b} = load i32, ptr {a}")
                    emit(f"{c} = add i32 {b}, 1000")
                    emit(f"store i32 {c}, ptr {a}")
                elif kind == "run":
                    self.run(emit)
                    self.reset(emit)
                else:
                    n = operation[1]
                    site = self.sites[n]
                    if site.variable is None:
                        emit(f"store i32 {count()}, ptr %context{n}")
                    else:
                        a, b = "%" + new(), "%" + new()
                        emit(f"{a} = load ptr, ptr %slot{site.variable}")
                        emit(f"{b} = getelementptr {{ i32, ptr }}, ptr %context{n}, i32 0, i32 1")
                        emit(f"store ptr {a}, ptr {b}")
                    thunk = f"@{name}.thunk{n}"
                    if site.indirect:
                        emit(f"%indirect{n} = load volatile ptr, ptr {thunk}.address")
                        thunk = f"%indirect{n}"
                    call(
                        f"void @defer.call{SUFFIX}(ptr {thunk}, ptr %context{n}, i64 16, i64 8)",
                        site.pad,
                    )
            if end[0] == "return":
                emit(f"store i32 {end[1]}, ptr %result")
                if self.runs and end[1] % 2:
                    self.run(emit)
                    emit("br label %out")
                else:
                    emit("br label %exit")
            elif end[0] == "goto":
                emit(f"br label %b{end[1]}")
            elif end[0] == "if":
                c = decide()
                emit(f"br i1 {c}, label %b{end[1]}, label %b{end[2]}")
            else:
                a, b, c = ("%" + new() for _ in range(3))
                emit(f"{a} = call i32 @decide()")
                emit(f"{b} = call i32 @decide()")
                emit(f"{c} = add i32 {a}, {b}")
                emit(
                    f"switch i32 {c}, label %b{end[3]} "
                    f"[ i32 1, label %b{end[1]} i32 2, label %b{end[2]} ]"
                )
        out.append("exit:")
        self.run(emit)
        emit("br label %out")
        out.append("out:")
        emit("%value = load i32, ptr %result")
        emit("ret i32 %value")
        for pad, number in pads:
            out.append(f"{pad}:")
            emit(f"%{pad}.e = landingpad {{ ptr, i32 }} cleanup")
            emit(f"call void @__cleanup(i32 {number})")
            emit(f"resume {{ ptr, i32 }} %{pad}.e")
        out.append("}")
        # The interpreter wants to know which pad a call has.
        self.pad_numbers = [number for _, number in pads]

        for n, site in enumerate(self.sites):
            linkage = "internal " if site.internal and not site.indirect else ""
            out.append(f"define {linkage}void @{name}.thunk{n}(ptr %c, ptr %e) {{")
            if site.variable is None:
                emit("%v = load i32, ptr %c")
            else:
                emit("%g = getelementptr { i32, ptr }, ptr %c, i32 0, i32 1")
                emit("%p = load ptr, ptr %g")
                emit("%v = load i32, ptr %p")
            emit(f"call void @run_thunk(i32 {n}, i32 %v, ptr %e, i32 {int(site.recovers)})")
            emit("ret void")
            out.append("}")
            if site.indirect:
                out.append(f"@{name}.thunk{n}.address = global ptr @{name}.thunk{n}")
        return "\n".join(out) + "\n"

    def run(self, emit):
        emit(f"call void @defer.run{SUFFIX}()")

    def reset(self, emit):
        """What defer.storage gave is gone after a run."""
        for v in range(self.variables):
            emit(f"store ptr %first{v}, ptr %slot{v}")

    # -- as the contract has it -----------------------------------------------

    def interpret(self, bits):
        position = 0
        out = []
        counter = result = 0
        first = [[0] for _ in range(self.variables)]
        slots = list(first)
        pending = []

        def decide():
            nonlocal position
            position += 1
            return position <= len(bits) and bits[position - 1] == "1"

        def count():
            nonlocal counter
            counter += 1
            return counter

        def drain(exception):
            """exception: None, or a list that says whether it was recovered."""
            while pending:
                n, value = pending.pop()
                site = self.sites[n]
                value = value if site.variable is None else value[0]
                out.append(f"d{n}:{value}{'e' if exception else ''}")
                if site.recovers and exception and not exception[0]:
                    exception[0] = True
                    out.append("r")
                if decide() and decide():
                    out.append(f"!d{n}")
                    exception = [False]
            return exception

        pads = self.pads_of_operations()
        block = 0
        steps = 0
        while True:
            steps += 1
            exception = None
            if block == self.frame:
                slots = list(first)
            operations, end = self.blocks[block]
            for index, operation in enumerate(operations):
                kind = operation[0]
                if kind == "work":
                    out.append(f"w{operation[1]}")
                    if decide() and decide():
                        out.append(f"!w{operation[1]}")
                        if operation[2]:
                            out.append(f"c{pads[block, index]}")
                        exception = drain([False])
                elif kind == "storage":
                    slots[operation[1]] = [count()]
                elif kind == "change":
                    slots[operation[1]][0] += 1000
                elif kind == "run":
                    exception = drain(None)
                    slots = list(first)
                else:
                    site = self.sites[operation[1]]
                    value = count() if site.variable is None else slots[site.variable]
                    pending.append((operation[1], value))
                if exception:
                    break
            if not exception:
                if end[0] == "goto":
                    block = end[1]
                elif end[0] == "if":
                    block = end[1] if decide() else end[2]
                elif end[0] == "switch":
                    block = end[(3, 1, 2)[decide() + decide()]]
                else:
                    result = end[1]
                    exception = drain(None)
                    if not exception:
                        out.append(f"R{result}")
                        return " ".join(out)
            if exception:
                if not exception[0]:
                    out.append("P")
                    return " ".join(out)
                if self.frame is None or self.frame == -1:
                    out.append(f"R{result if self.frame else 0}")
                    return " ".join(out)
                block = self.frame

    def pads_of_operations(self):
        """In the order in which text() made them."""
        numbers = iter(self.pad_numbers)
        pads = {}
        for i, (operations, _) in enumerate(self.blocks):
            for index, operation in enumerate(operations):
                has_pad = (
                    self.sites[operation[1]].pad if operation[0] == "site"
                    else operation[0] in ("work", "storage") and operation[2]
                )
                if has_pad:
                    pads[i, index] = next(numbers)
        return pads


DECLARATIONS = f"""
declare void @work(i32)
declare i32 @decide() nounwind
declare i32 @__decide() nounwind
declare void @escape(ptr) nounwind
declare void @__cleanup(i32) nounwind
declare void @run_thunk(i32, i32, ptr, i32)
declare i32 @__gcc_personality_v0(...)
declare void @defer.call{SUFFIX}(ptr, ptr, i64, i64) noduplicate nomerge
declare void @defer.run{SUFFIX}() noduplicate nomerge
declare ptr @defer.storage{SUFFIX}(i64, i64) noduplicate nomerge
declare i1 @defer.frame{SUFFIX}(ptr) noduplicate nomerge nounwind returns_twice
"""


def command(*words, **options):
    return subprocess.run(words, capture_output=True, text=True, timeout=600, **options)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opt", default="opt-22")
    parser.add_argument("--clang", default="clang-22")
    parser.add_argument("--build", default="build")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--batch", type=int, default=40, help="functions in a module")
    parser.add_argument("--inputs", type=int, default=25)
    parser.add_argument("--configurations", type=int, default=len(CONFIGURATIONS))
    parser.add_argument("--keep", help="a folder for what fails")
    options = parser.parse_args()
    build = os.path.abspath(options.build)
    plugin = f"-load-pass-plugin={build}/lib/LowerDefer.so"

    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        if options.keep:
            os.makedirs(options.keep, exist_ok=True)
            folder = options.keep
        path = lambda name: os.path.join(folder, name)
        with open(path("harness.c"), "w") as file:
            file.write(HARNESS)
        made = command(f"{build}/bin/defer-cc", "-O1", "-w", "-c", path("harness.c"), "-o", path("harness.o"))
        if made.returncode:
            sys.exit(made.stderr)
        for start in range(options.seed, options.seed + options.count, options.batch):
            seeds = range(start, min(start + options.batch, options.seed + options.count))
            text, want, inputs = DECLARATIONS, [], ""
            for index, seed in enumerate(seeds):
                rng = random.Random(seed)
                program = Program(rng)
                text += program.text(f"f{seed}")
                for _ in range(options.inputs):
                    bits = "".join(
                        rng.choice("0011101"[: rng.randint(3, 7)]) for _ in range(rng.randint(1, 60))
                    )
                    want.append((seed, bits, program.interpret(bits)))
                    inputs += f"{index} {bits}\n"
            table = ", ".join(f"ptr @f{seed}" for seed in seeds)
            text += f"@functions = constant [{len(seeds)} x ptr] [{table}]\n"
            for name, content in ("f.ll", text), ("inputs", inputs):
                with open(path(name), "w") as file:
                    file.write(content)
            for mode, before, level in CONFIGURATIONS[: options.configurations]:
                where = f"seeds {seeds[0]}-{seeds[-1]} mode={mode} before={before} after={level}"
                source = path("f.ll")
                if before:
                    made = command(options.opt, "-S", f"-passes={before}", source, "-o", path("before.ll"))
                    source = path("before.ll")
                    if made.returncode:
                        sys.exit(f"{where}: {made.stderr[:500]}")
                made = command(
                    options.opt, plugin, "-verify-each", "-S",
                    f"-passes=lower-defer<mode={mode}>", source, "-o", path("lowered.ll"),
                )
                if not made.returncode:
                    made = command(
                        options.clang, level, "-w", f"-fpass-plugin={build}/lib/LowerDefer.so",
                        path("lowered.ll"), path("harness.o"),
                        f"{build}/lib/libdefer.a", "-lpthread", "-o", path("program"),
                    )
                if made.returncode:
                    bad += 1
                    print(f"{where}: {made.stderr[:500]}")
                    continue
                try:
                    ran = command(path("program"), path("inputs"))
                    lines, status = ran.stdout.splitlines(), ran.returncode
                except subprocess.TimeoutExpired as expired:
                    lines, status = (expired.stdout or b"").decode().splitlines(), "timeout"
                lines += [""] * (len(want) - len(lines))
                for (seed, bits, expected), line in zip(want, lines):
                    if line.split() != expected.split():
                        bad += 1
                        print(f"{where}: f{seed} with {bits} (status {status})")
                        print(f"  expected {expected[:400]}\n  got      {line[:400]}")
                        break
                else:
                    if status:
                        bad += 1
                        print(f"{where}: status {status}")
            if bad and options.keep:
                break
    print(f"functions {options.seed} to {options.seed + options.count - 1}: {bad} failures")
    return bad != 0


if __name__ == "__main__":
    sys.exit(main())
