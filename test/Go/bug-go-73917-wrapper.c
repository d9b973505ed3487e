// Rules: P3
// golang/go#73917: a function called by one that was deferred through a pointer; its
// tail call makes the frames look like one. (Go 1.19 has this bug where it inlines.)
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
static void S_M(S s) { T_M(s.t); }

static void (*fn)(S) = S_M;

static void f(void) {
  defer { printf("f %s\n", message(defer_recover())); }
  T t = 0;
  defer fn((S){&t});
  defer_panicf("A");
}
int main(void) { f(); }
