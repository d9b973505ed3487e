#!/usr/bin/env python3
"""Random landing pads, as descriptions and as code, must do the same.

A pad computes words from what is in registers and in the frame, has the run-time run a
chain that looks at them and changes two, and computes what its function stores and
returns. With -fcf-protection's flag in the module all of that remains code. Some
functions have one value that lives, whose slot in the frame holds it itself; with a frame
pointer it has a register.

    random_pads.py --llc llc --plugin LowerDefer.so --clang clang --build build
                   --seed 1 --count 200
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile

HARNESS = r"""
#define DEFER_TOOLING
#include <defer.h>
#include <stdio.h>
extern long (*const functions[])(long, long, long, long *);
void *__defer_recover(void *);
void looks(unsigned long *words, void *exception);
void looks(unsigned long *words, void *exception) {
  printf(" %lx %lx %lx %lx", words[0], words[1], words[2], words[3]);
  words[0] = words[0] * 3 + 1;
  words[1] ^= 0x1234567;
  __defer_recover(exception);
}
void raise_it(void);
void raise_it(void) { defer_panic(0); }
long raise_with(long);
long raise_with(long value) {
  raise_it();
  return value;
}
long mix(long);
long mix(long value) { return value * 0x10001 + 5; }
int main(void) {
  static const long inputs[][3] = {
      {0, 0, 0}, {1, 2, 3}, {-1, -2, -3}, {0x123456789abcdef, 0x7fffffff, -0x80000000l},
      {255, 256, 65535}, {0x80000000, 0xffffffff, 1l << 62}};
  for (int i = 0; functions[i]; i++)
    for (unsigned k = 0; k < sizeof inputs / sizeof *inputs; k++) {
      long stored[2] = {inputs[k][0] ^ i, 7};
      printf("%d.%u", i, k);
      long result = functions[i](inputs[k][0], inputs[k][1], inputs[k][2], stored);
      printf(" = %lx %lx %lx\n", result, stored[0], stored[1]);
    }
}
"""

DECLARATIONS = """
declare void @looks(ptr, ptr)
declare void @raise_it()
declare void @keep(ptr)
declare i64 @mix(i64)
declare i64 @raise_with(i64)
declare { i64, i64 } @__defer_unwind_words(ptr, ptr, i64, i64, i64, i64)
declare i32 @__defer_personality_v0(...)
@p.panic = private unnamed_addr constant [1 x { i32, i32 }] [{ i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @looks to i64), i64 ptrtoint (ptr @p.panic to i64)) to i32), i32 0 }], align 4
"""


class Function:
    def __init__(self, rng, number):
        self.rng, self.number, self.count, self.lines = rng, number, 0, []

    def emit(self, text):
        self.count += 1
        name = f"%v{self.count}"
        self.lines.append(f"  {name} = {text}")
        return name

    def narrow(self, value, bits):
        low = self.emit(f"trunc i64 {value} to i{bits}")
        if self.rng.random() < 0.5:
            operation = self.rng.choice(["add", "and", "or", "shl", "lshr"])
            number = self.rng.randrange(bits)
            low = self.emit(f"{operation} i{bits} {low}, {number}")
        return self.emit(f"zext i{bits} {low} to i64")

    def expression(self, values, depth):
        rng = self.rng
        if depth == 0 or rng.random() < 0.2:
            if rng.random() < 0.2:
                return str(rng.choice([0, 1, -1, 47, 48, 100, 4096, -1000, 1 << 31,
                                       1 << 40, -(1 << 33)]))
            return rng.choice(values)
        left = self.expression(values, depth - 1)
        kind = rng.choice(["number"] * 4 + ["narrow"] * 3 + ["two"] * 2 + ["rare"])
        if kind == "narrow":
            return self.narrow(left, rng.choice([8, 16, 32, 32, 32]))
        if kind == "number":
            operation = rng.choice(["add", "and", "or", "shl", "lshr", "sub"])
            number = (rng.randrange(64) if operation in ("shl", "lshr") else
                      rng.choice([1, 2, 3, 7, 8, 15, 47, 255, 4095, 65535, -2, -1000,
                                  0x7fffffff, 0xffffffff, 80, 100]))
            return self.emit(f"{operation} i64 {left}, {number}")
        right = self.expression(values, depth - 1)
        operation = rng.choice(["add", "or"] if kind == "two" else ["xor", "mul", "and"])
        return self.emit(f"{operation} i64 {left}, {right}")

    def small_text(self):
        rng = self.rng
        self.lines.append(f"""
define i64 @f{self.number}(i64 %a, i64 %b, i64 %c, ptr %to) personality ptr @__defer_personality_v0 {{""")
        value = "%a"
        kind = rng.randrange(4)
        if kind == 1:
            value = self.emit("call i64 @mix(i64 %a)")
        elif kind == 2:
            half = self.emit(f"trunc i64 %a to i{rng.choice([8, 16, 32])}")
            width = self.lines[-1].rsplit("i", 1)[1]
            value = self.emit(f"zext i{width} {half} to i64")
        elif kind == 3:
            self.emit("call i64 @mix(i64 %b)")
        self.lines.append(f"""  %new = invoke i64 @raise_with(i64 {value}) to label %end unwind label %pad
pad:
  %p = landingpad {{ ptr, i32 }} cleanup
  %e = extractvalue {{ ptr, i32 }} %p, 0""")
        words = [value] + [self.expression([value], 0) for _ in range(3)]
        if rng.random() < 0.3:
            words[rng.randrange(4)] = self.expression([value], rng.randrange(3))
        rng.shuffle(words)
        self.lines.append(
            "  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @p.panic, " +
            ", ".join("i64 " + word for word in words) + ")")
        values = [value]
        for index in range(2):
            if rng.random() < 0.5:
                values.append(self.emit(f"extractvalue {{ i64, i64 }} %w, {index}"))
        result = self.expression(values, rng.choice([0, 0, 0, 1, 2]))
        usual = rng.choice(["5", value, "%new", "%new", "%new"])
        self.lines.append(f"""  br label %end
end:
  %result = phi i64 [ {usual}, %0 ], [ {result}, %pad ]""")
        if rng.random() < 0.6:
            again = self.emit("call i64 @mix(i64 1)")
            if rng.random() < 0.3:
                self.emit(f"call i64 @mix(i64 {again})")
        self.lines.append("  ret i64 %result\n}\n")
        return "\n".join(self.lines)

    def text(self):
        if self.number % 3 == 2:
            return self.small_text()
        rng = self.rng
        self.lines.append(f"""
define i64 @f{self.number}(i64 %a, i64 %b, i64 %c, ptr %to) personality ptr @__defer_personality_v0 {{
  %slot = alloca i64
  store volatile i64 %b, ptr %slot
  invoke void @raise_it() to label %end unwind label %pad
pad:
  %p = landingpad {{ ptr, i32 }} cleanup
  %e = extractvalue {{ ptr, i32 }} %p, 0""")
        values = ["%a", "%b", "%c"]
        if rng.random() < 0.5:
            values.append(self.emit("load i64, ptr %slot"))
            half = self.emit("load i32, ptr %slot")
            values.append(self.emit(f"zext i32 {half} to i64"))
        if rng.random() < 0.3:
            stored = self.expression(values, 2)
            self.lines.append(f"  store i64 {stored}, ptr %to")
        words = [self.expression(values, rng.randrange(4)) for _ in range(4)]
        self.lines.append(
            "  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @p.panic, " +
            ", ".join("i64 " + word for word in words) + ")")
        values = ["%a", "%b", "%c"]
        for index in range(2):
            if rng.random() < 0.5:
                values.append(self.emit(f"extractvalue {{ i64, i64 }} %w, {index}"))
        if rng.random() < 0.4:
            stored = self.expression(values, 1)
            self.lines.append("  %second = getelementptr i64, ptr %to, i64 1")
            self.lines.append(f"  store i64 {stored}, ptr %second")
        result = self.expression(values, rng.randrange(3))
        self.lines.append(f"""  br label %end
end:
  %result = phi i64 [ 5, %0 ], [ {result}, %pad ]
  %last = load volatile i64, ptr %slot
  %sum = add i64 %result, %last
  ret i64 %sum
}}
""")
        return "\n".join(self.lines)


def main():
    parser = argparse.ArgumentParser()
    for name in ("llc", "plugin", "clang", "build"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()

    rng = random.Random(options.seed)
    module = DECLARATIONS + "".join(
        Function(rng, n).text() for n in range(options.count))
    names = ", ".join(f"ptr @f{n}" for n in range(options.count))
    module += (f"@functions = constant [{options.count + 1} x ptr] "
               f"[{names}, ptr null]\n")
    flag = ('!llvm.module.flags = !{!0}\n'
            '!0 = !{i32 8, !"cf-protection-return", i32 1}\n')
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        with open(path("harness.c"), "w") as file:
            file.write(HARNESS)
        for level in ("-O1", "-O2"):
            outputs = []
            for name, text, pointer in (("code", module + flag, "all"),
                                        ("folded", module, "none")):
                with open(path(name + ".ll"), "w") as file:
                    file.write(text)
                subprocess.check_call(
                    [options.llc, "-load=" + options.plugin, level,
                     "-relocation-model=pic", "-verify-machineinstrs",
                     "-frame-pointer=" + pointer,
                     path(name + ".ll"), "-o", path(name + ".s")])
                subprocess.check_call(
                    [options.clang, "-w", "-fexceptions",
                     "-I" + os.path.join(options.build, "include"), path("harness.c"),
                     path(name + ".s"), os.path.join(options.build, "lib/libdefer.a"),
                     "-pthread", "-o", path(name)])
                outputs.append(subprocess.run(
                    [path(name)], stdout=subprocess.PIPE, text=True, timeout=60).stdout)
            with open(path("folded.s")) as file:
                text = file.read()
            code = text.count("callq\t__defer_unwind_words")
            saved = text.count("pushq\t%rdi")
            if code > options.count * 3 // 4:
                sys.exit(f"{code} of {options.count} pads are code")
            if not saved:
                sys.exit("no value is in the frame only")
            lines = [output.splitlines() for output in outputs]
            if len(lines[0]) != 6 * options.count:
                sys.exit(f"{len(lines[0])} lines")
            for code_line, folded_line in zip(*lines):
                if code_line != folded_line:
                    failures += 1
                    print(f"{level} code:   {code_line}\n{level} folded: {folded_line}")
            if len(lines[0]) != len(lines[1]):
                sys.exit(f"it ends after: {lines[1][-1]}")
            print(f"{level}: {options.count - code} of {options.count} are folded, "
                  f"{saved} have a value in the frame only")
    print(f"{failures} failures")
    return failures != 0


sys.exit(main())
