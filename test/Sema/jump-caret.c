// E3: the caret is at the jump.
//
// RUN: not %clang-defer -fsyntax-only %s 2>&1 | %filecheck %s

void t(int n) {
  for (;;) {
    // CHECK: :[[#@LINE+1]]:30: error: cannot jump out of a deferred block
    __builtin_defer { if (n) break; }
    // CHECK: :[[#@LINE+1]]:30: error: cannot jump out of a deferred block
    __builtin_defer { if (n) return; }
  }
}
