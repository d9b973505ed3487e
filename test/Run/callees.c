/* Rules: D4, D8
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <stdarg.h>

static void one(int n) { note(100 + n); }
static void two(int n) { note(200 + n); }
typedef void function(int);
static function *const table[] = {one, two};
static function *choose(int n) { return word("choose"), n ? two : one; }

struct object {
  function *method;
  struct {
    function *methods[2];
  } *vtable;
  int n;
};

static void pointers(void) {
  function *f = one;
  struct object o = {one, &(__typeof__(*o.vtable)){{one, two}}, 5};
  struct object *p = &o;
  defer f(1);
  defer (*f)(2);
  defer (**f)(3);
  defer (f)(4);
  defer (&two)(5);
  defer (*two)(6);
  defer (two)(7);
  defer table[1](8);
  defer choose(1)(9);
  defer (p->n > 3 ? one : two)(10);
  defer o.method(o.n);
  defer p->vtable->methods[1](p->n);
  defer ((function *)(void *)f)(13);
  defer ({ word("in"); f; })(14);
  defer (word("comma"), f)(15);
  f = NULL;
  o.method = NULL;
  o.n = 0;
  o.vtable->methods[1] = one;
  p = NULL;
}
// CHECK: pointers(): choose in comma 115 114 113 205 105 110 209 208 207 206 205 104 103 102 101

static void in_loop(void) {
  function *f = one;
  for (int i = 0; i < 4; i++) {
    defer f(i);
    defer table[i % 2](10 + i);
    f = f == one ? two : one;
  }
}
// CHECK-NEXT: in_loop(): 213 203 112 102 211 201 110 100

/* The deferred call of a parameter; of a static; of a global that changes. */
static function *global = one;
static void kept(function *f, function f2, int n) {
  static function *s = two;
  defer f(n);
  defer f2(n + 1);
  defer s(n + 2);
  defer global(n + 3);
  f = f2 = NULL;
  s = one;
  global = two;
}
// CHECK-NEXT: kept(one, two, 1): 104 203 202 101
// CHECK-NEXT: kept(two, one, 1): 204 103 102 201

/* Through a null pointer: a panic when it runs. The arguments were evaluated. */
static int argument(void) { return word("argument"), 1; }
static void null_call(function *f) {
  defer note(1);
  defer {
    const defer_panic_info *p = defer_recover();
    word(p ? "panic" : "none");
  }
  defer note(2);
  defer f(argument());
  defer note(3);
  f = one;
  note(4);
}
// CHECK-NEXT: null_call(NULL): argument 4 3 2 panic 1
// CHECK-NEXT: null_call(two): argument 4 3 201 2 none 1

static void null_in_loop(void) {
  defer { word(defer_recover() ? "panic" : "none"); }
  function *f[] = {one, NULL, two};
  for (int i = 0; i < 3; i++)
    defer f[i](i);
}
// CHECK-NEXT: null_in_loop(): 202 100 panic

static void null_literal(void) {
  defer { word(defer_recover() ? "panic" : "none"); }
  defer ((function *)0)(1);
  note(0);
}
// CHECK-NEXT: null_literal(): 0 panic

extern void missing(int) __attribute__((weak));
static void weak(void) {
  defer { word(defer_recover() ? "panic" : "none"); }
  defer missing(1);
  note(0);
}
// CHECK-NEXT: weak(): 0 panic

/* In a panic: replaced by that of the null pointer. */
static void null_in_panic(function *f) {
  defer {
    const defer_panic_info *p = defer_recover();
    word(p && strcmp(p->message, "first") == 0 ? "first" : "other");
  }
  defer f(1);
  defer_panicf("first");
}
// CHECK-NEXT: null_in_panic(one): 101 first
// CHECK-NEXT: null_in_panic(NULL): other

/* Of all kinds of results, which are dropped without a warning. */
#pragma clang diagnostic push
#pragma clang diagnostic error "-Wunused-result"
#pragma clang diagnostic error "-Wunused-value"
struct large {
  char c[100];
};
__attribute__((warn_unused_result)) static int unused(int n) { return note(n), n; }
static struct large large(int n) { return note(n), (struct large){{0}}; }
static long double ldouble(int n) { return note(n), n; }
static float _Complex complex_(int n) { return note(n), n; }
__attribute__((pure)) static int pure(int n) { return n; }
static const volatile void *pointer(int n) { return note(n), NULL; }
static void results(void) {
  for (int i = 0; i < 2; i++) {
    defer unused(i);
    defer large(i);
  }
  defer unused(2);
  defer (void)unused(3);
  defer large(4);
  defer ldouble(5);
  defer complex_(6);
  defer pointer(7);
  defer pure(8);
  defer (unused(9));
  defer ((void)(unused(10)));
  defer ({ unused(11); });
}
#pragma clang diagnostic pop
// CHECK-NEXT: results(): 11 10 9 7 6 5 4 3 2 1 1 0 0

int main(void) {
  TRY(pointers());
  TRY(in_loop());
  TRY(kept(one, two, 1));
  TRY(kept(two, one, 1));
  TRY(null_call(NULL));
  TRY(null_call(two));
  TRY(null_in_loop());
  TRY(null_literal());
  TRY(weak());
  TRY(null_in_panic(one));
  TRY(null_in_panic(NULL));
  TRY(results());
}
// CHECK-NOT: {{.}}
