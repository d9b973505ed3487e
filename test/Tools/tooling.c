// Section 2: clangd and clang-tidy, which load no plugin, read a source with
// DEFER_TOOLING without complaint.
//
// REQUIRES: clangd, clang-tidy
// RUN: rm -rf %t && mkdir %t && cp %s %t/program.c
// RUN: echo '-DDEFER_TOOLING' > %t/compile_flags.txt
// RUN: echo '-I%incdir' >> %t/compile_flags.txt
// RUN: clangd --check=%t/program.c --check-lines=1-1 2>&1 \
// RUN:   | FileCheck --check-prefix=CLANGD %s
// RUN: clang-tidy --warnings-as-errors='*' --checks='-*,clang-diagnostic-*,bugprone-*,-bugprone-easily-swappable-parameters,-bugprone-reserved-identifier' \
// RUN:   %t/program.c -- -DDEFER_TOOLING -I%incdir
// CLANGD: Building AST
// CLANGD-NOT: E[
// CLANGD: All checks completed, 0 errors

#include <defer.h>
#include <stdio.h>

static int lines(const char *path) {
  defer_result int n = 0;
  FILE *in = fopen(path, "re");
  if (!in)
    defer_panicf("cannot open %s", path);
  defer(void) fclose(in);
  for (int c = getc(in); c != EOF; c = getc(in))
    n += c == '\n';
  return n;
}

int main(void) {
  defer({
    const defer_panic_info *info = defer_recover();
    if (info)
      puts(info->message);
  });
  return lines("/etc/passwd") == 0;
}
