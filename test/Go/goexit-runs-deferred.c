// Rules: P7
// The end of a thread runs deferred calls of all its frames.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void inner(void) {
  defer say("inner");
  pthread_exit(NULL);
  say("not reached");
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
