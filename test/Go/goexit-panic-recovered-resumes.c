// Rules: P7
// A panic in a deferred call of a thread that ends is recovered: the ending resumes.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void inner(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer panics("A");
  pthread_exit(NULL);
}
static void *thread(void *arg) {
  defer say("thread");
  inner();
  say("not reached");
  return arg;
}
int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, thread, NULL);
  pthread_join(t, NULL);
  say("main");
}
