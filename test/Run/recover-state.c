/* Rules: P1, P2, P3
 * The info of a panic: what it says, and how long.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <assert.h>

static int error;

static void show(const defer_panic_info *p) {
  const char *file = strrchr(p->file, '/');
  printf("[%s|%s|%s:%d|%s] ", p->value == &error ? "error" : p->value ? "?" : "-",
         p->message, file ? file + 1 : p->file, p->line, p->function);
}

static void raise(int how) {
  char local[] = "local";
  switch (how) {
  case 0:
#line 100
    defer_panicf("plain");
  case 1:
#line 200 "other.c"
    defer_panicf("%s %d %5.2f%%", local, 42, 1.5);
  case 2:
#line 300
    defer_panic(NULL);
  case 3:
    defer_panic_at(NULL, "file.c", 5, "function");
  case 4:
    defer_panicf_at("file.c", 6, "function", "at %c", 'x');
  case 5:
#line 400
    defer_panicf("");
  case 6:
    defer_panicf("two\nlines");
  }
}
#line 50 "recover-state.c"
static void known(int how) {
  defer { show(defer_recover()); }
  raise(how);
}
// CHECK: known(0): [-|plain|recover-state.c:100|raise]
// CHECK-NEXT: known(1): [-|local 42  1.50%|other.c:200|raise]
// CHECK-NEXT: known(2): [-|nil|other.c:300|raise]
// CHECK-NEXT: known(3): [-|nil|file.c:5|function]
// CHECK-NEXT: known(4): [-|at x|file.c:6|function]
// CHECK-NEXT: known(5): [-||other.c:400|raise]
// CHECK-NEXT: known(6): [-|two
// CHECK-NEXT: lines|{{.*}}

/* Any pointer, as it is. */
static void value(void) {
  defer {
    const defer_panic_info *p = defer_recover();
    char expected[50];
    snprintf(expected, sizeof expected, "(void *) %p", (void *)&error);
    note(p->value == &error);
    note(strcmp(p->message, expected) == 0);
  }
  defer_panic(&error);
}
// CHECK-NEXT: value(): 1 1

/* At least 1,000 bytes; a cut is marked. */
static void long_message(int n) {
  char *text = malloc((size_t)n + 1);
  defer free(text);
  defer {
    const defer_panic_info *p = defer_recover();
    size_t length = strlen(p->message);
    note(length >= 1000 || length == (size_t)n);
    note(strncmp(p->message, text, length - 3) == 0);
    word(strcmp(p->message, text) == 0 ? "whole" : p->message + length - 3);
  }
  memset(text, 'x', (size_t)n);
  text[n] = 0;
  text[n / 2] = 'y';
  defer_panicf("%s", text);
}
// CHECK-NEXT: long_message(5): 1 1 whole
// CHECK-NEXT: long_message(1000): 1 1 whole
// CHECK-NEXT: long_message(100000): 1 1 ...

/* Valid until the frame that deferred the recovering call has returned: over
 * other panics. */
static const defer_panic_info *kept;
static void keep(void) { kept = defer_recover(); }
static void another(int n) {
  defer { defer_recover(); }
  defer_panicf("another %d", n);
}
static void valid(void) {
  defer { show(kept); }
  defer { another(1); }
  defer { show(kept); }
  defer another(2);
  defer keep();
  another(3);
#line 80
  defer_panicf("kept");
}
// CHECK-NEXT: valid(): [-|kept|recover-state.c:80|valid] [-|kept|recover-state.c:80|valid]

/* Two at a time. */
static void two(void) {
  defer {
    const defer_panic_info *a = defer_recover();
    defer {
      const defer_panic_info *b = defer_recover();
      word(a->message);
      word(b->message);
    }
    defer_panicf("B");
  }
  defer_panicf("A");
}
// CHECK-NEXT: two(): A B

/* What is evaluated for the message may itself defer, panic and recover. */
static const char *text(void) {
  defer { defer_recover(); }
  defer note(1);
  another(5);
  return "text";
}
static void evaluated(void) {
  defer { word(defer_recover()->message); }
  defer_panicf("%s", text());
}
// CHECK-NEXT: evaluated(): 1 text

int main(void) {
  TRY(known(0));
  TRY(known(1));
  TRY(known(2));
  TRY(known(3));
  TRY(known(4));
  TRY(known(5));
  TRY(known(6));
  TRY(value());
  TRY(long_message(5));
  TRY(long_message(1000));
  TRY(long_message(100000));
  TRY(valid());
  TRY(two());
  TRY(evaluated());
}
// CHECK-NOT: {{.}}
