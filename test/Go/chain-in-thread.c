// Rules: P6, P1
// A panic that ends the program from a thread of its own.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void *thread(void *arg) {
  defer panics("B");
  defer_panicf("A");
  return arg;
}
int main(void) {
  defer say("not reached");
  pthread_t t;
  pthread_create(&t, NULL, thread, NULL);
  pthread_join(t, NULL);
}
