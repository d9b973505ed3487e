// Rules: D4
// Arguments, and the function where a pointer says which, are evaluated once, when
// the defer statement executes.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static void print_value(int value) { printf("value %d\n", value); }
static void print_other(int value) { printf("other %d\n", value); }

static int calls;
static int next(void) {
  printf("evaluated\n");
  return ++calls;
}

static void assigned_after(void) {
  int x = 1;
  defer print_value(x);
  x = 2;
  printf("x is %d\n", x);
}

static void evaluated_once(void) {
  defer print_value(10 * next());
  printf("body, %d call\n", calls);
}

static void callee(void) {
  void (*print)(int) = print_value;
  defer print(3);
  print = print_other;
  print(4);
}

/* What a pointer points to is not frozen, only the pointer is. */
static void print_text(const char *text) { printf("text %s\n", text); }
static void pointer(void) {
  char text[] = "old", other[] = "not this";
  char *p = text;
  defer print_text(p);
  text[0] = 'O';
  p = other;
  print_text(p);
}

int main(void) {
  assigned_after();
  // CHECK:      x is 2
  // CHECK-NEXT: value 1
  evaluated_once();
  // CHECK-NEXT: evaluated
  // CHECK-NEXT: body, 1 call
  // CHECK-NEXT: value 10
  callee();
  // CHECK-NEXT: other 4
  // CHECK-NEXT: value 3
  pointer();
  // CHECK-NEXT: text not this
  // CHECK-NEXT: text Old
  // CHECK-NOT:  {{.}}
}
