#include <defer.h>
#include <stdio.h>

static void parse(void) {
  defer puts("deferred");
  defer_panicf("bad line %d", 7);
}

int main(void) {
  defer({
    const defer_panic_info *info = defer_recover();
    if (info)
      printf("recovered: %s\n", info->message);
  });
  parse();
  return 1;
}
