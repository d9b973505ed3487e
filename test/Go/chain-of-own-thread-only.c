// Rules: P6, P10
// A thread's panic, while a panic of main runs the block that waits for it.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void *thread(void *arg) {
  defer panics("C");
  defer_panicf("B");
  return arg;
}
int main(void) {
  defer {
    pthread_t t;
    pthread_create(&t, NULL, thread, NULL);
    pthread_join(t, NULL);
  }
  defer_panicf("A");
}
