#include <defer.h>
#include <stdio.h>

int parse(void);
int parse(void) {
  defer puts("deferred");
  puts("parsed");
  return 0;
}
