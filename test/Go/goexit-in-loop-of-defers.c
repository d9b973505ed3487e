// Rules: P7, D6
// What a loop deferred runs as well.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void *thread(void *arg) {
  for (int i = 0; i < 3; i++) {
    int n = i;
    defer { say_int("n", n); }
  }
  pthread_exit(arg);
}
int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, thread, NULL);
  pthread_join(t, NULL);
}
