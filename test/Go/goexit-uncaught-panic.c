// Rules: P7, P6
// A panic in a deferred call of a thread that ends, which nobody recovers.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void *thread(void *arg) {
  defer say("still run");
  defer panics("A");
  pthread_exit(arg);
}
int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, thread, NULL);
  pthread_join(t, NULL);
}
