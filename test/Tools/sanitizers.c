// D1, D5, P1, P2, P5, P10: under the sanitizers a program that defers, panics, recovers
// and keeps records does what it does without; there is no false alarm and no leak.
//
// REQUIRES: x86_64
// RUN: %defer-cc -O0 -g %s -pthread -o %t && %run %t | FileCheck %s
// RUN: %defer-cc -O0 -g -fsanitize=address,undefined -fno-sanitize-recover=all %s \
// RUN:   -pthread -o %t.asan0 && %run %t.asan0 | FileCheck %s
// RUN: %defer-cc -O2 -g -fsanitize=address,undefined -fno-sanitize-recover=all %s \
// RUN:   -pthread -o %t.asan2 && %run %t.asan2 | FileCheck %s
// RUN: %defer-cc -O2 -g -fsanitize=leak %s -pthread -o %t.lsan && %run %t.lsan \
// RUN:   | FileCheck %s
// RUN: %defer-cc -O0 -g -fsanitize=thread %s -pthread -o %t.tsan0
// RUN: %run %t.tsan0 | FileCheck %s
// RUN: %defer-cc -O2 -g -fsanitize=thread %s -pthread -o %t.tsan2
// RUN: %run %t.tsan2 | FileCheck %s
// RUN: %defer-cc -O0 -g -fsanitize=memory -fsanitize-memory-track-origins %s -pthread \
// RUN:   -o %t.msan0 && %run %t.msan0 | FileCheck %s
// RUN: %defer-cc -O2 -g -fsanitize=memory %s -pthread -o %t.msan2
// RUN: %run %t.msan2 | FileCheck %s
//
// CHECK-NOT: {{SUMMARY|WARNING|ERROR}}
// CHECK: thread sum 8080
// CHECK: recovered second, value 0
// CHECK: recovered value 5
// CHECK: end
// CHECK-NOT: {{SUMMARY|WARNING|ERROR}}

#include <defer.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int total;

static void drop(char **p) { free(*p); }

__attribute__((noinline)) static void deep(int n, int *value) {
  char *memory = strdup("memory");
  defer free(memory);
  if (!n)
    defer_panic(value);
  deep(n - 1, value);
}

static int guarded(int n) {
  defer_result int sum = 0;
  int value = 5;
  defer {
    const defer_panic_info *info = defer_recover();
    if (info)
      sum += *(int *)info->value;
  }
  for (int i = 0; i < n; i++) {
    char *each = malloc(8);
    int copy = i;
    defer drop(&each);
    defer { sum += copy; }
  }
  pthread_mutex_lock(&lock);
  defer pthread_mutex_unlock(&lock);
  deep(n, &value);
  return 0;
}

/* Nothing orders one thread's panic before another's, whose memory may be the same. */
static void unordered(void) {
  defer {
    const defer_panic_info *info = defer_recover();
    char message[32];
    strncpy(message, info->message, sizeof message - 1);
  }
  defer_panicf("in a thread");
}

static void *thread(void *argument) {
  unordered();
  int sum = guarded(20);
  pthread_mutex_lock(&lock);
  defer pthread_mutex_unlock(&lock);
  total += sum + *(int *)argument;
  return NULL;
}

static void replaces(void) {
  defer {
    const defer_panic_info *info = defer_recover();
    printf("recovered %s, value %d\n", info->message, info->value != NULL);
  }
  defer defer_panicf("second");
  char *text = malloc(100);
  defer free(text);
  memset(text, 'x', 99);
  text[99] = 0;
  defer_panicf("first %s", text);
}

int main(void) {
  int seven = 7;
  pthread_t threads[40];
  for (int i = 0; i < 40; i++)
    pthread_create(&threads[i], NULL, thread, &seven);
  for (int i = 0; i < 40; i++)
    pthread_join(threads[i], NULL);
  printf("thread sum %d\n", total);
  replaces();
  printf("recovered value %d\n", guarded(0));
  puts("end");
}
