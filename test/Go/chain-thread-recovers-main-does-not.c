// Rules: P5, P6, P10
// A thread panics and recovers while main's panic runs the block that waits for it.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void work(void) {
  defer { printf("thread %s\n", message(defer_recover())); }
  defer_panicf("B");
}
static void *thread(void *arg) {
  work();
  return arg;
}
int main(void) {
  defer {
    pthread_t t;
    pthread_create(&t, NULL, thread, NULL);
    pthread_join(t, NULL);
    say("joined");
  }
  defer_panicf("A");
}
