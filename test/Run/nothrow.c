/* Rules: P9, D3
 * A call compiled as unable to unwind is the end of a panic's way: it is said,
 * pending calls are not skipped in silence.
 * UNSUPPORTED: level=LTO
 * RUN: %defer-cc %matrix-flags -c -DOTHER %s -o %t.other.o
 * RUN: %defer-cc %matrix-flags %s %t.other.o -o %t
 * RUN: %run --exit=134 %t nothrow | %filecheck %s
 * RUN: %run --exit=134 %t pure | %filecheck %s
 * RUN: %emulator %t const > %t.out 2>&1 || true
 * RUN: %filecheck --check-prefix=CONST --input-file=%t.out %s
 * RUN: %run %t fine | %filecheck --check-prefix=FINE %s
 */
#include "Inputs/note.h"

#if defined(OTHER)
void panics(int n) {
  if (n)
    defer_panicf("P");
}
void nothrow(int n) { panics(n); }
int pure(int n) { return panics(n), n; }
int const_(int n) { return panics(n), n; }
void between(int n) {
  defer printf("between %d\n", n);
  panics(n);
}
#else
__attribute__((nothrow)) void nothrow(int n);
__attribute__((pure)) int pure(int n);
__attribute__((const)) int const_(int n);
__attribute__((nothrow)) void between(int n);

static volatile int result;
static void pending(const char *how) {
  defer printf("pending\n");
  defer { defer_recover(); }
  if (strcmp(how, "nothrow") == 0)
    nothrow(1);
  else if (strcmp(how, "pure") == 0)
    printf("%d\n", pure(1) + id(1));
  else if (strcmp(how, "const") == 0)
    printf("%d\n", result = const_(1));
  else
    between(strcmp(how, "between") == 0);
}
// CHECK-NOT: pending
// CHECK: panic: P
// CHECK-NEXT: unwinding cannot go on: a call that was compiled as unable to unwind
// CHECK-NEXT: raised at {{.*}} in panics
/* LLVM may move a call of a `const` function into the reach of a pad. */
// CONST: {{pending|unwinding cannot go on}}
// FINE: between 0
// FINE-NEXT: pending
// FINE-NEXT: after

int main(int argc, char **argv) {
  (void)argc;
  pending(argv[1]);
  printf("after\n");
}
#endif
