// Rules: P7
// The thread ends in a deferred call of a panic: the panic is dropped.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void *thread(void *arg) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer pthread_exit(arg);
  defer_panicf("A");
}
int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, thread, NULL);
  pthread_join(t, NULL);
  say("main");
}
