// Rules: P2, P10
// Each thread recovers its own panic.
// RUN: %run-pair %s -pthread
#include "Inputs/pair.h"
#include <pthread.h>

static void work(int n, int *out) {
  defer {
    if (defer_recover())
      *out = n * 10;
  }
  if (n % 2 == 0)
    defer_panicf("A");
  *out = n;
}
static int out[8];
static void *thread(void *arg) {
  int *mine = arg;
  work((int)(mine - out), mine);
  return NULL;
}
int main(void) {
  pthread_t t[8];
  for (int n = 0; n < 8; n++)
    pthread_create(&t[n], NULL, thread, &out[n]);
  for (int n = 0; n < 8; n++)
    pthread_join(t[n], NULL);
  for (int n = 0; n < 8; n++)
    printf("%d\n", out[n]);
}
