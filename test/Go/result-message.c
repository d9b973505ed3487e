// Rules: P2, D7
// An error made of what was recovered: Go's usual way.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct error {
  char text[64];
};

static int parse(int n) {
  if (n < 0)
    defer_panicf("bad number %d", n);
  return n;
}
static struct error f(int n) {
  defer_result struct error err;
  defer {
    const defer_panic_info *r = defer_recover();
    if (r)
      snprintf(err.text, sizeof err.text, "f: %s", r->message);
  }
  parse(n);
  return (struct error){"ok"};
}
int main(void) {
  say(f(1).text);
  say(f(-1).text);
}
