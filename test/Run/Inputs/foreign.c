/* Compiled without the plugin. */
#include <stdio.h>

void foreign(void (*f)(int), int n) {
  char buffer[100];
  snprintf(buffer, sizeof buffer, "in%d ", n);
  fputs(buffer, stdout);
  f(n);
  fputs("out ", stdout);
}

static void cleans(int *p) { printf("~%d ", *p); }
void foreign_cleanup(void (*f)(int), int n) {
  __attribute__((cleanup(cleans))) int mine = n;
  f(n);
  mine = -1;
}
