/* Takes all memory that malloc can give, and gives it back. */
#include <stdlib.h>
#include <sys/resource.h>

static void *eaten;

/* Leaves nothing to malloc, mmap and sbrk. */
static void no_memory(void) {
  struct rlimit limit = {0, 0};
  getrlimit(RLIMIT_AS, &limit);
  limit.rlim_cur = 0;
  setrlimit(RLIMIT_AS, &limit);
  for (size_t size = 1 << 20; size >= 16; size /= 2)
    for (void **p; (p = malloc(size));) {
      *p = eaten;
      eaten = p;
    }
}
static void give_back(void) {
  struct rlimit limit;
  getrlimit(RLIMIT_AS, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_AS, &limit);
  while (eaten) {
    void **p = eaten;
    eaten = *p;
    free(p);
  }
}
