#include <defer.h>
#include <stdio.h>

int main(void) {
  defer puts("deferred");
  puts("body");
  return 0;
}
