/* Rules: P6, D8, D12
 * Where a panic was raised that the source did not raise by a macro: at the defer
 * statement, or else the address of the code.
 * RUN: %defer-cc %matrix-flags %s -rdynamic -o %t
 * RUN: %run --exit=134 %t null_call | FileCheck --check-prefix=NULL %s
 * RUN: %run --exit=134 %t by_function | FileCheck --check-prefix=FUNCTION %s
 */
#include "Inputs/note.h"

typedef void function(void);

static void null_call(function *f) {
  if (f)
    return;
  defer f();
}
// NULL: panic: deferred call through a null pointer
// NULL-NEXT: raised at {{.*}}place.c:[[#@LINE-3]] in null_call{{$}}
// NULL-NOT: {{.}}

/* Not the macro: as from C++, or through a pointer. */
void by_function(void);
__attribute__((noinline)) void by_function(void) { (defer_panicf)("%s", "f"); }
// FUNCTION: panic: f
// FUNCTION-NEXT: raised at 0x{{[0-9a-f]+}} by_function+0x{{.*}}
// FUNCTION-NOT: {{.}}

int main(int argc, char **argv) {
  if (strcmp(argv[argc - 1], "null_call") == 0)
    null_call(id(0) ? by_function : NULL);
  else
    by_function();
}
