// Rules: P2, P4
// recover in a deferred block or function stops the panic and returns its value;
// the remaining deferred calls run, and the function returns normally.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static struct {
  const char *name;
} my_error = {"my error"};

static void fail(int how) {
  if (how == 1)
    defer_panicf("number %d", how);
  if (how == 2)
    defer_panic(&my_error);
  if (how == 3)
    defer_panic(NULL);
}

static int by_block(int how) {
  defer_result int result = 0;
  defer printf("remaining, ");
  defer {
    const defer_panic_info *panic = defer_recover();
    if (panic) {
      result = -1;
      if (panic->value == &my_error)
        printf("%s, ", my_error.name);
      else
        printf("%s in %s, ", panic->message, panic->function);
    }
  }
  fail(how);
  return how;
}

static void recover_here(const char **message) {
  const defer_panic_info *panic = defer_recover();
  *message = panic ? "recovered" : "nothing";
}

static const char *by_function(int how) {
  defer_result const char *message = "";
  defer recover_here(&message);
  fail(how);
  return "not this";
}

/* The result of a return statement that a panic overtakes. */
static int overtaken(void) {
  defer { (void)defer_recover(); }
  defer fail(1);
  return 42;
}
/* No return statement was reached. */
static int zero(void) {
  defer { (void)defer_recover(); }
  fail(1);
  return 42;
}

int main(void) {
  for (int how = 0; how < 4; how++)
    printf("%d\n", by_block(how));
  // CHECK:      remaining, 0
  // CHECK-NEXT: number 1 in fail, remaining, -1
  // CHECK-NEXT: my error, remaining, -1
  // CHECK-NEXT: nil in fail, remaining, -1
  puts(by_function(0));
  // CHECK-NEXT: nothing
  puts(by_function(2));
  // CHECK-NEXT: recovered
  printf("%d %d\n", overtaken(), zero());
  // CHECK-NEXT: 42 0
}
