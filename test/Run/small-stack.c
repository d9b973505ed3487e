/* Rules: D6, P2, P5
 * The stack does not grow: not with records, nor with panics one after the other,
 * in a thread that has little.
 * UNSUPPORTED: sanitizer
 * RUN: %run-matrix %s -pthread | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <pthread.h>

static long count;
static void counts(long n) { count += n == count; }
static void records(long n) {
  for (long i = 0; i < n; i++)
    defer counts(n - 1 - i);
}
static void panicking_records(long n) {
  defer { defer_recover(); }
  for (long i = 0; i < n; i++)
    defer counts(n - 1 - i);
  defer_panicf("x");
}
/* Each takes over from the one before. */
static void panics(long n) {
  defer_panicf("%ld", n);
}
static void taking_over(long n) {
  defer { count = atol(defer_recover()->message); }
  for (long i = 1; i <= n; i++)
    defer panics(n + 1 - i);
}
/* Each is recovered, and raised again. */
static void again(void) { defer_panicf("%s", defer_recover()->message); }
static void raised_again(long n) {
  defer { count = atol(defer_recover()->message); }
  for (long i = 0; i < n; i++)
    defer again();
  defer_panicf("%ld", n);
}
static void recovered(long n) {
  for (long i = 0; i < n; i++)
    panicking_records(1);
  count = n;
}

static struct {
  void (*f)(long);
  long n;
} job;
static void *body(void *p) {
  count = 0;
  job.f(job.n);
  return p;
}
static void run(void (*f)(long), long n) {
  pthread_attr_t attributes;
  pthread_t id;
  job.f = f;
  job.n = n;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 64 * 1024);
  if (pthread_create(&id, &attributes, body, NULL) || pthread_join(id, NULL))
    abort();
  printf("%ld ", count);
}

int main(void) {
  TRY(run(records, 1000000));
  TRY(run(panicking_records, 1000000));
  TRY(run(taking_over, 10000));
  TRY(run(raised_again, 10000));
  TRY(run(recovered, 20000));
}
// CHECK: run(records, 1000000): 1000000
// CHECK-NEXT: run(panicking_records, 1000000): 1000000
// CHECK-NEXT: run(taking_over, 10000): 10000
// CHECK-NEXT: run(raised_again, 10000): 10000
// CHECK-NEXT: run(recovered, 20000): 20000
// CHECK-NOT: {{.}}
