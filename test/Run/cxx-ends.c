/* Rules: P8, P9
 * Frames that end the program do so in their own words.
 * RUN: %clangxx -O1 -I%incdir -c %S/Inputs/cxx_frames.cpp -o %t.cxx.o
 * RUN: %run-matrix --exit=134 %s %t.cxx.o -lstdc++ -- noexcept | %filecheck --check-prefix=NOEXCEPT %s
 * RUN: %run-matrix --exit=134 %s %t.cxx.o -lstdc++ -- throw | %filecheck --check-prefix=THROW %s
 * RUN: %run-matrix --exit=134 %s %t.cxx.o -lstdc++ -- panic | %filecheck --check-prefix=PANIC %s
 */
#include "Inputs/note.h"

void cxx_noexcept(void (*)(int), int);
void cxx_rethrow(void (*)(int), int);
void cxx_throw(int);

static void panics(int n) {
  defer printf("deferred %d\n", n);
  defer_panicf("P%d", n);
}
// NOEXCEPT: terminate called {{.*}}
// THROW: terminate called {{.*}}runtime_error
// THROW: error 1
// PANIC: deferred 1
// PANIC-NEXT: rethrow main's
// PANIC-NEXT: panic: P1
// PANIC-NEXT: raised at {{.*}} in panics

int main(int argc, char **argv) {
  (void)argc;
  defer printf("main's\n");
  if (strcmp(argv[1], "noexcept") == 0)
    cxx_noexcept(panics, 1);
  else if (strcmp(argv[1], "throw") == 0)
    cxx_throw(1);
  else
    cxx_rethrow(panics, 1);
}
