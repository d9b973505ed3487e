// Rules: P2, P3
// golang/go#23557: a method that recovers, deferred through a pointer to it. (The
// wrapper of Go is no frame; C has none.)
// RUN: %run-pair %s
#include "Inputs/pair.h"

typedef struct {
  const char *name;
} T;

static void T_M(T *t) { printf("%s %s\n", t->name, message(defer_recover())); }

static void (*m)(T *) = T_M;

static void f(void) {
  T value = {"t"}, *t = &value;
  defer m(t);
  t = NULL;
  defer_panicf("A");
}
int main(void) { f(); }
