/* Rules: D12, P8
 * No memory for a record in a scope that has a cleanup of its own: the call runs at
 * once, then the panic leaves the scope, then what was deferred before runs.
 * qemu does not limit the memory of the program that it runs.
 * UNSUPPORTED: sanitizer, target=aarch64
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/no_memory.h"
#include "Inputs/note.h"

static int ran; /* the first to run is the one there was no memory for */
static void leave(int *p) {
  if (ran)
    note(*p);
}
struct big {
  char c[1000];
};
static void last(struct big b) {
  if (ran++ == 0)
    word("at-once");
  (void)b;
}

static void scopes(void) {
  defer {
    give_back();
    const defer_panic_info *p = defer_recover();
    word(p ? p->message : "none");
  }
  struct big b = {{1}};
  no_memory();
  __attribute__((cleanup(leave))) int outer = 1;
  for (;;) {
    __attribute__((cleanup(leave))) int inner = 2;
    defer last(b);
  }
}
// CHECK: scopes(): at-once 2 1 out of memory

int main(void) {
  setvbuf(stdout, NULL, _IONBF, 0);
  printf("%s", "");
  TRY(scopes());
  note(ran);
}
// CHECK-NEXT: 1
// CHECK-NOT: {{.}}
