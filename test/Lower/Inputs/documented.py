"""Turns the examples of docs/IR.md that are whole functions into a module."""

import re
import sys

suffix = ".needs_fpass_plugin_LowerDefer_so"
blocks = re.findall(r"^```llvm\n(.*?)^```", open(sys.argv[1]).read(), re.S | re.M)
text = "\n".join(b for b in blocks if re.search(r"^(define|declare) ", b, re.M))
text = re.sub(r"@(defer\.(?:call|frame|run|storage))\b", rf"@\1{suffix}", text)
# What the examples call and do not show.
called = set(re.findall(r"@([\w.]+)", text))
shown = set(re.findall(r"^(?:define|declare)\b.*?@([\w.]+)", text, re.M))
for name in sorted(called - shown):
    (result, arguments) = re.search(
        rf"call (\S+) @{re.escape(name)}\(((?:[^()]|\([^()]*\))*)\)", text
    ).groups()
    types = ", ".join(a.split()[0] for a in arguments.split(",") if a.strip())
    text += f"declare {result} @{name}({types})\n"
print(text)
