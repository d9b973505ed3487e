// Rules: P7, P5
// The panic is raised and recovered within one deferred call.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void *thread(void *arg) {
  defer say("last");
  defer {
    defer { printf("recovered %s\n", message(defer_recover())); }
    defer_panicf("A");
  }
  pthread_exit(arg);
}
int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, thread, NULL);
  pthread_join(t, NULL);
}
