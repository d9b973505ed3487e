#===-- plot.py - Bar charts as SVG -------------------------------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

import html
import math

COLORS = {
    "goto": "#57606a",
    "defer": "#1a7f37",
    "clang_defer": "#2f5fa8",
    "cleanup": "#9a6700",
    "raii": "#bc4c00",
    "d": "#8250df",
    "setjmp": "#cf222e",
    "go": "#0598bc",
}
STYLE = (
    "text { font: 12px sans-serif; fill: #222; } .head { font-weight: bold; } "
    ".small { font-size: 10px; fill: #555; }"
)
WIDTH, LEFT, BAR, GAP = 840, 190, 11, 12


def bars(title, values, names, unit, log=False, most=None):
    """A chart of horizontal bars. `values` is {group: {series: number}}, `names`
    {series: text}. What is more than `most` is cut, with its number beside it."""
    series = [one for one in names if any(one in row for row in values.values())]
    largest = max(number for row in values.values() for number in row.values())
    least = min(number for row in values.values() for number in row.values())
    end = min(largest, most or largest)
    width = WIDTH - LEFT - 70

    def length(number):
        number = min(number, end)
        if log:
            floor = 10 ** math.floor(math.log10(least))
            return width * math.log(number / floor) / math.log(end / floor)
        return width * number / end

    key, x, key_y = [], LEFT, 38
    for one in series:
        name = names[one].replace("`", "")
        if x + 14 + 6 * len(name) > WIDTH:
            x, key_y = LEFT, key_y + 16
        key.append(
            f'<rect x="{x}" y="{key_y}" width="10" height="10" fill="{COLORS[one]}"/>'
            f'<text class="small" x="{x + 14}" y="{key_y + 9}">'
            f"{html.escape(name)}</text>"
        )
        x += 30 + 6 * len(name)

    lines, y = [], key_y + 26
    for group, row in values.items():
        top = y
        for one in series:
            if one not in row:
                continue
            number, cut = row[one], "\u2026 " if row[one] > end else ""
            lines.append(
                f'<rect x="{LEFT}" y="{y}" width="{max(1, length(number)):.1f}" '
                f'height="{BAR - 1}" fill="{COLORS[one]}"/>'
                f'<text class="small" x="{LEFT + length(number) + 4:.1f}" y="{y + 9}">'
                f"{cut}{number:.4g}</text>"
            )
            y += BAR
        lines.append(
            f'<text x="{LEFT - 8}" y="{(top + y) / 2 + 4:.1f}" text-anchor="end">'
            f"{html.escape(group)}</text>"
        )
        y += GAP
    scale = ", logarithmic" if log else ""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" '
            f'width="{WIDTH}" height="{y}" role="img" aria-label="{title}">',
            f"<title>{title}</title>",
            f"<style>{STYLE}</style>",
            f'<rect width="{WIDTH}" height="{y}" fill="#fff"/>',
            f'<text class="head" x="20" y="22">{title}</text>',
            f'<text class="small" x="{WIDTH - 20}" y="22" text-anchor="end">'
            f"{html.escape(unit + scale)}</text>",
            *key,
            *lines,
            "</svg>\n",
        ]
    )
