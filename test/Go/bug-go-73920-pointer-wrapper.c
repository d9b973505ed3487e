// Rules: P3
// golang/go#73920: as 73917, by a pointer to the receiver.
// RUN: %run-pair %s
#include "Inputs/pair.h"

typedef int T;
typedef struct {
  T *t;
} S;

static void callRecover(void) {
  if (defer_recover())
    say("wrong");
}
static void T_M(T *t) {
  (void)t;
  callRecover();
}
static void S_M(S *s) { T_M(s->t); }

static void (*fn)(S *) = S_M;
static T t;
static S s = {&t};
static S *p = &s;

static void f(void) {
  defer { printf("f %s\n", message(defer_recover())); }
  defer fn(p);
  defer_panicf("A");
}
int main(void) { f(); }
