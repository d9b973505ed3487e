#!/usr/bin/env python3
"""Random functions of llvm-stress with defer intrinsics put in at random: lowered in
every mode, before and after optimization, they verify, and nothing crashes.

    stress.py --opt opt-22 --plugin build/lib/LowerDefer.so --seed 1 --count 20
"""

import argparse
import random
import re
import subprocess
import sys

SUFFIX = ".needs_fpass_plugin_LowerDefer_so"
DECLARATIONS = f"""
declare void @defer.call{SUFFIX}(ptr, ptr, i64, i64) noduplicate nomerge
declare void @defer.run{SUFFIX}() noduplicate nomerge
declare ptr @defer.storage{SUFFIX}(i64, i64) noduplicate nomerge
declare i1 @defer.frame{SUFFIX}(ptr) noduplicate nomerge nounwind returns_twice
declare void @may.throw(ptr)
declare void @claims(ptr) nounwind
declare void @elsewhere(ptr, ptr)
define internal void @thunk(ptr %c, ptr %e) {{
  call void @may.throw(ptr %c)
  ret void
}}
define internal void @thunk.nested(ptr %c, ptr %e) {{
  call void @defer.call{SUFFIX}(ptr @thunk, ptr %c, i64 1, i64 1)
  call void @claims(ptr %e)
  call void @defer.run{SUFFIX}()
  ret void
}}
"""
PASSES = [
    "lower-defer<mode=auto>,defer-nounwind,defer-cold-pads,defer-pad-fence",
    "lower-defer<mode=record>,defer-nounwind,defer-cold-pads,defer-pad-fence",
    "default<O1>",
    "default<O2>,lower-defer<mode=open-coded>,default<O2>",
    "function(reg2mem),lower-defer,function(mem2reg)",
]


def insertion(rng, serial):
    kind = rng.random()
    context = f"%{rng.randrange(3)}"
    size = rng.choice([0, 1, 8, 24])
    if kind < 0.45:
        thunk = rng.choice(["@thunk", "@thunk.nested", "@elsewhere", context])
        return [f"call void @defer.call{SUFFIX}(ptr {thunk}, ptr {context}, i64 {size}, i64 8)"]
    if kind < 0.55:
        return [f"call void @defer.run{SUFFIX}()"]
    if kind < 0.7:
        name = f"%storage{serial}"
        return [
            f"{name} = call ptr @defer.storage{SUFFIX}(i64 {size}, i64 8)",
            f"call void @defer.call{SUFFIX}(ptr @thunk, ptr {name}, i64 {size}, i64 8)",
        ]
    return [f"call void @{rng.choice(['may.throw', 'claims'])}(ptr {context})"]


def deferring(text, rng):
    out = []
    in_body = frame = False
    rate = rng.choice([0.02, 0.1, 0.3])
    for line in text.splitlines():
        if line.startswith("define"):
            in_body = True
        elif line == "}":
            in_body = False
        elif in_body and re.match(r"  (?!ret )\S", line):
            instruction = "phi" not in line.split("=")[-1].split()[:1]
            if instruction and not frame and "alloca" not in line and rng.random() < 0.5:
                frame = True
                out.append(f"  %again = call i1 @defer.frame{SUFFIX}(ptr null)")
            frame = True  # in the entry block, or not at all
            while instruction and rng.random() < rate:
                out += ["  " + new for new in insertion(rng, len(out))]
        elif in_body and line.startswith("  ret "):
            out.append(f"  call void @defer.run{SUFFIX}()")
        out.append(line)
    return "\n".join(out) + DECLARATIONS


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opt", default="opt-22")
    parser.add_argument("--stress", default="llvm-stress-22")
    parser.add_argument("--plugin", default="build/lib/LowerDefer.so")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20)
    options = parser.parse_args()

    bad = 0
    for seed in range(options.seed, options.seed + options.count):
        rng = random.Random(seed)
        size = rng.choice([20, 100, 400])
        made = subprocess.run(
            [options.stress, f"--seed={seed}", f"--size={size}"], capture_output=True, text=True
        )
        if made.returncode:
            sys.exit(made.stderr)
        text = deferring(made.stdout, rng)
        for passes in PASSES:
            ran = subprocess.run(
                [options.opt, f"-load-pass-plugin={options.plugin}", "-verify-each", "-S",
                 f"-passes={passes}", "-"],
                input=text, capture_output=True, text=True, timeout=300,
            )
            lowered = ran.returncode == 0 and SUFFIX not in ran.stdout
            if not lowered:
                bad += 1
                print(f"seed {seed}, size {size}, {passes}: status {ran.returncode}")
                print(ran.stderr[:600])
    print(f"functions {options.seed} to {options.seed + options.count - 1}: {bad} failures")
    return bad != 0


if __name__ == "__main__":
    sys.exit(main())
