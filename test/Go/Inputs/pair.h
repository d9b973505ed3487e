/* What the C halves of the pairs share, so that they read like their Go halves. */

#include <defer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is written before the program aborts must not be lost. */
__attribute__((constructor)) static void by_line(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
}

/* fmt.Println(text) */
__attribute__((unused)) static void say(const char *text) { puts(text); }

/* fmt.Println(text, number) */
__attribute__((unused)) static void say_int(const char *text, int number) {
  printf("%s %d\n", text, number);
}

/* A deferred call that panics. */
__attribute__((unused)) static void panics(const char *text) {
  defer_panicf("%s", text);
}

/* What `recover()` returns, as Go prints it. */
__attribute__((unused)) static const char *
message(const defer_panic_info *panic) {
  return panic ? panic->message : "<nil>";
}
