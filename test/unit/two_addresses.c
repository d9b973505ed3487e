/* P3: a function may be deferred by an address that is not its own.
 *
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %host-cc -I%S -fPIC -shared -Wl,-Bsymbolic-functions \
 * RUN:   %S/Inputs/two_addresses.c -o %t.so
 * RUN: %host-cc -fno-pie -no-pie %s %t.guard.o %t.so -L%libdir -ldefer \
 * RUN:   -Wl,-rpath,%libdir -o %t
 * RUN: %t
 *
 * Position-dependent code has other relocations elsewhere.
 * REQUIRES: x86_64
 */

#include "Inputs/guard.h"

#include <string.h>

extern const char *recovered_message;
void shared_recovers(void *ignored);
void *shared_address(void);

static void panics(void *message) { defer_panicf("%s", (char *)message); }
static void recovers(void *ignored) {
  (void)ignored;
  CHECK(__defer_recover(TAKE_TOKEN(recovers)));
}
static void helps(void *ignored) { shared_recovers(ignored); }

int main(void) {
  CHECK((void *)(uintptr_t)shared_recovers != shared_address());
  CHECK(guard_one(panics, "A", shared_recovers, NULL) == 1);
  CHECK(!strcmp(recovered_message, "A"));

  /* Another function's token is not taken. */
  recovered_message = "";
  struct deferred calls[] = {{recovers, NULL}, {helps, NULL}};
  CHECK(guard(panics, "B", calls, 2) == 1);
  CHECK(!strcmp(recovered_message, ""));
  return 0;
}
