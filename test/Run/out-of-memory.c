/* Rules: D12
 * No memory for a record.
 * qemu does not limit the memory of the program that it runs.
 * UNSUPPORTED: sanitizer, target=aarch64
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 * RUN: %run --exit=134 %t.exe x | %filecheck --check-prefix=REPORT %s
 */
#include "Inputs/no_memory.h"
#include "Inputs/note.h"

struct big {
  char c[1000];
};
static long ran, deferred;
static void count(struct big b) { ran += b.c[0]; }

/* The one that cannot be had runs at once, the others still run. */
static void records(void) {
  defer {
    give_back();
    const defer_panic_info *p = defer_recover();
    word(p ? p->message : "none");
    note(p ? p->value == NULL : -1);
  }
  struct big b = {{1}};
  no_memory();
  for (;;) {
    deferred++;
    defer count(b);
  }
}
static void exactly_once(void) {
  records();
  word(deferred == ran ? "same" : "differs");
  word(deferred > 0 ? "some" : "none");
}
// CHECK: exactly_once(): out of memory 1 same some

/* Storage of a captured variable: at its declaration. */
static void storage(void) {
  long declared = 0, ended = 0;
  defer {
    give_back();
    const defer_panic_info *p = defer_recover();
    word(p ? p->message : "none");
    word(declared == ended ? "same" : "differs");
  }
  no_memory();
  for (;;) {
    struct big mine = {{1}};
    declared++;
    defer { ended += mine.c[0]; }
  }
}
// CHECK-NEXT: storage(): out of memory same

/* The first ones lie in the frame. */
__attribute__((noinline)) static void ten(void) {
  for (int i = 0; i < 10; i++)
    defer note(i);
}
static void needs_none(void) {
  no_memory();
  ten();
  give_back();
}
// CHECK-NEXT: needs_none(): 9 8 7 6 5 4 3 2 1 0

/* All is as ever after that. */
static void after(void) {
  for (int i = 0; i < 3; i++)
    defer note(i);
  ran = 0;
  for (int i = 0; i < 100000; i++)
    defer count((struct big){{1}});
}
// CHECK-NEXT: after(): 2 1 0

/* Nobody recovers. The run-time has no place in the source. */
static void uncaught(void) {
  defer give_back();
  no_memory();
  for (;;)
    defer note(0);
}
// REPORT: panic: out of memory
// REPORT-NEXT: raised at 0x{{[0-9a-f]+}}{{.*}}+0x{{[0-9a-f]+}}){{$}}
// REPORT-NOT: {{.}}

int main(int argc, char **argv) {
  (void)argv;
  if (argc > 1)
    uncaught();
  setvbuf(stdout, NULL, _IONBF, 0);
  printf("%s", "");
  TRY(exactly_once());
  TRY(storage());
  TRY(needs_none());
  TRY(after());
  note((int)ran);
}
// CHECK-NEXT: 100000
// CHECK-NOT: {{.}}
