/* Rules: D4, D8
 * Clang's builtins, atomics, and what takes its operand by reference.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <assert.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>

/* va_end is deferred, the list is used until then. */
static int sum(int n, ...) {
  va_list list;
  va_start(list, n);
  defer va_end(list);
  int s = 0;
  while (n-- > 0)
    s += va_arg(list, int);
  return s;
}
// CHECK: sum(3, 1, 2, 3): = 6

/* A list that is given to a deferred call. */
static void formatted(const char *format, ...) {
  va_list list, copy;
  va_start(list, format);
  defer va_end(list);
  va_copy(copy, list);
  defer va_end(copy);
  defer vprintf(format, copy);
  vprintf(format, list);
}
// CHECK-NEXT: formatted("<%d %s %g>", 1, "a", 2.5): <1 a 2.5><1 a 2.5>

/* The block's own. */
static void in_block(int n, ...) {
  va_list list;
  va_start(list, n);
  defer {
    va_list mine;
    va_copy(mine, list);
    defer va_end(mine);
    for (int i = 0; i < n; i++)
      note(va_arg(mine, int));
    va_end(list);
  }
  note(va_arg(list, int));
}
// CHECK-NEXT: in_block(2, 7, 8, 9): 7 8 9

/* By each iteration. */
static void lists_in_loop(int n, ...) {
  for (int i = 0; i < 2; i++) {
    va_list list;
    va_start(list, n);
    defer va_end(list);
    defer { note(va_arg(list, int) + i); }
    note(va_arg(list, int));
  }
}
// CHECK-NEXT: lists_in_loop(2, 5, 6): 5 5 8 8

static void atomics(void) {
  atomic_int a = 1;
  atomic_flag flag = ATOMIC_FLAG_INIT;
  bool was = atomic_flag_test_and_set(&flag);
  int plain = 5;
  int new = 20;
  defer { note(a); }
  defer atomic_store(&a, new);
  defer atomic_fetch_add(&a, 100);
  defer { note(a); }
  defer atomic_exchange(&a, new + 1);
  defer atomic_flag_clear(&flag);
  defer { note(plain); }
  defer __atomic_add_fetch(&plain, new, __ATOMIC_SEQ_CST);
  defer __sync_fetch_and_add(&plain, 3);
  defer atomic_thread_fence(memory_order_seq_cst);
  new = 1000;
  note(a + was);
  for (int i = 0; i < 2; i++)
    defer atomic_fetch_add(&a, i * 10);
}
// CHECK-NEXT: atomics(): 1 28 21 20

static void memory(void) {
  char text[16] = "................";
  text[15] = 0;
  int n = 3;
  const char *from = "abcdef";
  defer word(text);
  defer memcpy(text, from, (size_t)n);
  defer __builtin_memset(text + n, 'x', 2);
  defer __builtin_strcpy(text + 8, "end");
  defer __builtin_prefetch(text);
  n = 0;
  from = NULL;
}
// CHECK-NEXT: memory(): abcxx...end

#define print(X)                                                               \
  _Generic((X), int: print_int, double: print_double, char *: word)(X)
static void print_int(int n) { printf("i%d ", n); }
static void print_double(double d) { printf("d%g ", d); }
static void generic(void) {
  int i = 1;
  double d = 2.5;
  char text[] = "text";
  defer print(i);
  defer print(d);
  defer print((char *)text);
  defer _Generic(i, int: print_int(i), default: print_double(i));
  for (int k = 0; k < 2; k++)
    defer print(i + k);
  i = 0;
  d = 0;
}
// CHECK-NEXT: generic(): i2 i1 i1 text d2.5 i1

static void library(void) {
  defer printf("%s\n", "");
  defer fflush(stdout);
  defer free(malloc(10));
  defer free(NULL);
  FILE *f = tmpfile();
  defer fclose(f);
  defer fprintf(f, "%d", 5);
  f = NULL;
  char *text = malloc(10);
  defer free(text);
  for (int i = 0; i < 3; i++) {
    char *p = malloc(10);
    defer free(p);
    p[0] = (char)i;
    p = NULL;
  }
  text = NULL;
}
// CHECK-NEXT: library():
// CHECK-EMPTY:

static void macros(void) {
#define CLOSE(N) defer note(N)
#define TWO(N) note(N), note((N) + 1)
  int n = 1;
  CLOSE(n);
  if (n)
    CLOSE(n + 1);
  defer { TWO(n); }
  n = 10;
}
// CHECK-NEXT: macros(): 10 11 2 1

int main(void) {
  TRY_INT(sum(3, 1, 2, 3));
  TRY(formatted("<%d %s %g>", 1, "a", 2.5));
  TRY(in_block(2, 7, 8, 9));
  TRY(lists_in_loop(2, 5, 6));
  TRY(atomics());
  TRY(memory());
  TRY(generic());
  TRY(library());
  TRY(macros());
}
// CHECK-NOT: {{.}}
