// Rules: D4, D5
// What a closure of Go keeps is a struct of C: the values of the moment when it is made.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct closure {
  int x;
};

static void call(struct closure *c) {
  c->x++;
  say_int("x", c->x);
}
static void f(void) {
  struct closure one = {1}, *g = &one;
  defer call(g);
  defer call(g);
  struct closure ten = {10};
  g = &ten;
  defer call(g);
}
int main(void) { f(); }
