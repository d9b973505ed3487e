#!/bin/bash
#===-- demo.sh - What clang-defer does, shown on a real program --------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===--------------------------------------------------------------------------===
#
#   examples/demo.sh BUILD-TREE OPT
#
# Runs examples/loganalyzer on texts of this machine and on some broken ones, and
# shows one function before and after the pass. Fails if the program's own
# counters do not balance. `tools/dev demo` builds everything and calls this.
#
#===--------------------------------------------------------------------------===
set -euo pipefail

(($# == 2)) || {
  echo "usage: $0 BUILD-TREE OPT" >&2
  exit 2
}
build=$(realpath "$1") opt=$2
examples=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

title() { printf '\n=== %s ===\n\n' "$*"; }

# The exit status is loganalyzer's: 1 if its counters do not balance.
analyze() {
  echo "\$ loganalyzer $*"
  ./loganalyzer "$@" 2>&1 | sed 's/^/    /'
}

cd "$temporary"

title "Building examples/loganalyzer"

echo "\$ $build/bin/defer-cc -O2 -Wall -Wextra loganalyzer/*.c -o loganalyzer -pthread"
"$build/bin/defer-cc" -O2 -Wall -Wextra "$examples"/loganalyzer/*.c \
  -o loganalyzer -pthread

title "A log and broken texts: those are left out, most by a panic"

mkdir broken
(
  cd broken
  cat >good.log <<'LOG'
2024-05-01T12:34:56.789Z INFO service started
2024-05-01T12:34:57.001Z WARN configuration has no [cache]
2024-05-01T12:35:10.402Z ERROR cannot reach database
LOG
  echo '2024-05-01 25:00:00 INFO what an hour' >hour.log
  echo '2024-05-01 12:34:56 [WARN disk nearly full' >bracket.log
  printf 'caf\351 au lait\n' >latin-1.txt
  printf 'a text, until\0here\n' >nul.txt
  printf '%20000s\n' x >long-line.txt
  printf 'closed to all but root\n' >secret.txt
  chmod 0 secret.txt
)
analyze -v broken broken/missing.txt

title "Licences and documentation of this machine, by 4 threads"

analyze -n 2000 /usr/share/common-licenses /usr/share/doc

title "One function, and what becomes of it"

cat >peek.c <<'C'
#include <defer.h>
#include <stdio.h>

int parse(FILE *file);

int peek(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file)
    return -1;
  defer fclose(file);
  return parse(file);
}
C
sed -n '/^int peek/,$p' peek.c

# Only the function, under short names, without attributes and metadata.
show() {
  sed -n '/^define.* @peek(/,/^}/p' "$1" |
    sed -E 's/\.needs_fpass_plugin_LowerDefer_so//g; s/ *;.*//
      s/, ![a-z.]+ ![0-9]+//g; s/ #[0-9]+//g
      s/ (noundef|nonnull|noalias|dso_local|local_unnamed_addr|readonly|captures\([^)]*\)|nocapture)//g
      s/, align [0-9]+//; /lifetime/d'
}

echo
echo "--- from the plugin: defer.call says what is to be done, defer.run when;"
echo "    peek.defer.0 is a function that calls fclose() with what is in the context"
echo
"$build/bin/defer-cc" -O1 -fplugin-arg-defer-no-lower -fno-discard-value-names \
  -S -emit-llvm peek.c -o peek.ll
show peek.ll
echo
echo "--- from the pass: a chain of deferred calls for returns, one for panics"
echo
"$opt" -load-pass-plugin="$build/lib/LowerDefer.so" \
  -passes='lower-defer,function(sroa,early-cse,simplifycfg)' -S peek.ll -o peek.lowered.ll
show peek.lowered.ll

title "All that was opened was closed, in each run"
