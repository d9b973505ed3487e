#include "resource.h"

static pthread_mutex_t mutexes[2] = {PTHREAD_MUTEX_INITIALIZER,
                                     PTHREAD_MUTEX_INITIALIZER};

int main(void) {
  close_file(open_file("/dev/null"));
  open_file("/dev/null");
  close_directory(open_directory("/"));
  lock(&mutexes[0]);
  unlock(&mutexes[0]);
  lock(&mutexes[1]);
  void *block = allocate(10);
  allocate(20);
  release(block);
  return !print_balance(stdout);
}
