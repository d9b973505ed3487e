/* Rules: P2
 * A frame that recovered but cannot return.
 * RUN: %defer-cc %matrix-flags %s -o %t
 * RUN: %run --exit=134 %t noreturn | %filecheck --check-prefix=NORETURN %s
 * RUN: %run --exit=134 %t c11 | %filecheck --check-prefix=C11 %s
 * RUN: %run --exit=134 %t loop | %filecheck --check-prefix=LOOP %s
 * RUN: %run --exit=134 %t nonnull | %filecheck --check-prefix=NONNULL %s
 * RUN: %run --exit=134 %t pointer | %filecheck --check-prefix=POINTER %s
 * RUN: %run %t fine | %filecheck --check-prefix=FINE %s
 */
#include "Inputs/note.h"

static void recovers(void) {
  word(defer_recover() ? "recovered" : "-");
  printf("\n");
}
static void before(void) { printf("before\n"); }

__attribute__((noreturn)) static void noreturn(void) {
  defer before();
  defer recovers();
  defer_panicf("x");
}
// NORETURN: recovered
// NORETURN-NEXT: before
// NORETURN-NEXT: a panic was recovered, but its frame cannot return: noreturn {{.*}}noreturn

static _Noreturn int c11(void) {
  defer { defer_recover(); }
  for (;;)
    defer_panic(NULL);
}
// C11: a panic was recovered, but its frame cannot return: c11 {{.*}}noreturn

static _Noreturn void loop(void) {
  for (int i = 0;; i++) {
    defer {
      if (defer_recover())
        printf("recovered\n");
    }
    if (i == 2)
      defer_panicf("x");
  }
}
// LOOP: recovered
// LOOP-NEXT: a panic was recovered, but its frame cannot return: loop {{.*}}noreturn

__attribute__((returns_nonnull)) static char *nonnull(int n) {
  defer { defer_recover(); }
  static char text[] = "text";
  defer_result char *r = n == 2 ? text : NULL;
  if (n == 1 || n == 2)
    defer_panicf("x");
  return text;
}
// NONNULL: a panic was recovered, but its frame cannot return: nonnull {{.*}}returns_nonnull

typedef void never(void) __attribute__((noreturn));
static void __attribute__((noreturn)) pointed(void) {
  defer { defer_recover(); }
  defer_panicf("x");
}
static void pointer(void) {
  never *f = pointed;
  f();
}
// POINTER: a panic was recovered, but its frame cannot return: pointed

/* One that does not recover may panic, and one whose result is set may recover;
 * so may a frame below that calls a function that does not return. */
static _Noreturn void panics(void) {
  defer printf("panics\n");
  defer_panicf("x");
}
static void fine(void) {
  defer { printf("%s\n", defer_recover()->message); }
  printf("%s\n", nonnull(0));
  printf("%s\n", nonnull(2));
  panics();
}
// FINE: text
// FINE-NEXT: text
// FINE-NEXT: panics
// FINE-NEXT: x

int main(int argc, char **argv) {
  (void)argc;
  const char *how = argv[1];
  if (strcmp(how, "noreturn") == 0)
    noreturn();
  else if (strcmp(how, "c11") == 0)
    c11();
  else if (strcmp(how, "loop") == 0)
    loop();
  else if (strcmp(how, "nonnull") == 0)
    nonnull(1);
  else if (strcmp(how, "pointer") == 0)
    pointer();
  else
    fine();
}
