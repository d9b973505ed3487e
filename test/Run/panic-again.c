/* Rules: P5, P1, D6
 * Recover and panic again in each of N frames is linear, in time and in stack
 * (golang/go#77062 was quadratic).
 * UNSUPPORTED: sanitizer
 * RUN: %run-matrix %s -pthread | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <pthread.h>
#include <time.h>

static char *lowest, *deepest;
static void look(void) {
  char here;
  if (&here < lowest)
    lowest = &here;
}
/* In a block, and in a function. */
static void again(void) {
  const defer_panic_info *p = defer_recover();
  look();
  if (p)
    defer_panic(p->value);
}
static long frames(long n) {
  if (n % 2)
    defer again();
  else
    defer {
      const defer_panic_info *p = defer_recover();
      look();
      if (p)
        defer_panic(p->value);
    }
  if (n == 0) {
    lowest = deepest = (char *)&n;
    defer_panic(&n);
  }
  long below = frames(n - 1);
  return below + n;
}
static int all(long n) {
  defer_result int ok = 0;
  defer { ok = defer_recover() != NULL; }
  return (int)frames(n);
}
static double seconds(long n) {
  struct timespec a, b;
  double best = 1e9;
  for (int i = 0; i < 3; i++) {
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &a);
    if (!all(n))
      abort();
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &b);
    double t = (double)(b.tv_sec - a.tv_sec) + 1e-9 * (double)(b.tv_nsec - a.tv_nsec);
    if (t < best)
      best = t;
  }
  return best;
}
/* What is needed beyond the frames themselves. */
static long beyond(long n) {
  all(n);
  return deepest - lowest;
}
static void *body(void *p) {
  /* Ten times the frames: 10 times the time if it is linear, 100 if quadratic. */
  double few = seconds(500), many = seconds(5000);
  word(many < few * 35 ? "linear" : "slow");
  word(beyond(1000) < beyond(10) + 4096 ? "constant" : "deep");
  return p;
}
int main(void) {
  pthread_attr_t attributes;
  pthread_t id;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 64 << 20);
  pthread_create(&id, &attributes, body, NULL);
  pthread_join(id, NULL);
  printf("\n");
}
// CHECK: linear constant
