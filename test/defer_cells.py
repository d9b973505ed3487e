#===-- defer_cells.py - The coordinates of the matrix -----------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

"""What lit.cfg.py and tools/defer-fuzz make cells of: a name and its compiler
flags."""

levels = {
    "O0": "-O0",
    "O1": "-O1",
    "O2": "-O2",
    "O3": "-O3",
    "Os": "-Os",
    "LTO": "-O2 -flto -fuse-ld=lld",
    "ThinLTO": "-O2 -flto=thin -fuse-ld=lld",
}
modes = {
    "auto": "",
    "open-coded": "-fplugin-arg-defer-mode=open-coded",
    "record": "-fplugin-arg-defer-mode=record",
}
