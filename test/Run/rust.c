/* Rules: P9, P1, P2
 * Rust's frames: `extern "C-unwind"` is passed, its values are dropped; `extern "C"`
 * ends the program in Rust's words, after the deferred calls before it have run.
 * REQUIRES: rustc
 * UNSUPPORTED: target=aarch64
 * RUN: %rustc -O -C panic=unwind %S/Inputs/frames.rs -o %t.a
 * RUN: %defer-cc %matrix-flags %s %t.a -pthread -ldl -o %t
 * RUN: %run %t allows | FileCheck --match-full-lines --check-prefix=ALLOWS %s
 * RUN: %run --exit=134 %t forbids | FileCheck --check-prefix=FORBIDS %s
 */
#include "Inputs/note.h"

void rust_forbids(void (*)(int), int);
void rust_allows(void (*)(int), int);

static void panics(int n) {
  defer printf("deferred %d\n", n);
  defer_panicf("P%d", n);
}
static void through(void (*frame)(void (*)(int), int)) {
  defer { printf("%s\n", defer_recover()->message); }
  frame(panics, 3);
}
// ALLOWS: deferred 3
// ALLOWS-NEXT: drop 3
// ALLOWS-NEXT: P3
// ALLOWS-NOT: {{.}}

// FORBIDS: deferred 3
// FORBIDS-NOT: P3
// FORBIDS: cannot unwind
// FORBIDS-NOT: P3

int main(int argc, char **argv) {
  setvbuf(stdout, NULL, _IONBF, 0);
  through(strcmp(argv[argc - 1], "allows") == 0 ? rust_allows : rust_forbids);
}
