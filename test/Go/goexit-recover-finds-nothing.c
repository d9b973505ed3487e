// Rules: P7, P3
// recover has nothing to do with the end of a thread.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void *thread(void *arg) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  pthread_exit(arg);
}
int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, thread, NULL);
  pthread_join(t, NULL);
}
