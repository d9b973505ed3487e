// W1: a deferred block that uses a variable of a loop's head, which has its last
// value by then.
//
// RUN: %clang-defer -fsyntax-only -Wall -Wextra -Wno-unused-value -Xclang -verify %s
// RUN: %clang-defer -fsyntax-only -fplugin-arg-defer-no-warn-loop -Xclang -verify=quiet %s
// RUN: %clang-defer -fsyntax-only -w -Xclang -verify=quiet %s
// RUN: not %clang-defer -fsyntax-only -Werror %s 2>&1 | FileCheck %s
// quiet-no-diagnostics
// CHECK: :[[#@LINE+12]]:7: error: deferred block uses 'i', which all iterations of the loop share: it sees the last value
// CHECK: :[[#@LINE+9]]:12: note: 'i' is declared in the loop's head; copy it to a variable of the loop's body, or defer a call, whose arguments are evaluated at the defer statement

#include <defer.h>

int f(int), more(void);
void h(int *);
extern int n, *list;

void classic(void) {
  for (int i = 0; i < 3; i++) // expected-note {{'i' is declared in the loop's head; copy it to a variable of the loop's body, or defer a call, whose arguments are evaluated at the defer statement}}
    defer {
    f(i); // expected-warning {{deferred block uses 'i', which all iterations of the loop share: it sees the last value}}
    f(i);
  }
}

void once_a_block(void) {
  for (int i = 0, j = 0; i < 3; i++, j++) { // expected-note {{'i' is declared}} expected-note {{'j' is declared}}
    defer { f(i + j); } // expected-warning {{uses 'i'}}
    defer ({ f(j + i); }); // expected-warning {{uses 'j'}}
  }
}

void in_any_enclosing_head(void) {
  for (int i = 0; i < 3; i++) // expected-note {{'i' is declared}}
    for (int j = 0; j < 3; j++)
      while (more()) {
        if (i != j)
          defer { f(i); } // expected-warning {{uses 'i'}}
      }
}

void of_every_kind(void) {
  struct pair { int a, b; };
  for (struct pair p = {0, 1}; p.a < 3; p.a++) // expected-note {{'p' is declared}}
    defer { f(p.b); } // expected-warning {{uses 'p'}}
  for (int a[2] = {0}; a[0] < 3; a[0]++) // expected-note {{'a' is declared}}
    defer { h(a); } // expected-warning {{uses 'a'}}
  for (int *p = list; p; p = p + 1) // expected-note {{'p' is declared}}
    defer { f(*p); } // expected-warning {{uses 'p'}}
  for (int i = 0; i < 3; h(&i)) // expected-note {{'i' is declared}}
    defer { f(i); } // expected-warning {{uses 'i'}}
}

void through_a_nested_block(void) {
  for (int i = 0; i < 3; i++) // expected-note {{'i' is declared}}
    defer {
      defer f(1);
      defer { f(i); } // expected-warning {{uses 'i'}}
      defer f(i);
    }
}

void loop_of_a_block(void) {
  defer {
    for (int i = 0; i < 3; i++) { // expected-note {{'i' is declared}}
      defer { f(i); } // expected-warning {{uses 'i'}}
      defer f(i);
    }
  }
}

// Only one of several ways out of the body is the last.
void goes_on(void) {
  for (int i = 0; i < 3; i++) { // expected-note 2 {{'i' is declared}}
    defer { f(i); } // expected-warning {{uses 'i'}}
    if (more())
      break;
    if (more())
      return;
    defer { f(i); } // expected-warning {{uses 'i'}}
    if (more())
      continue;
    goto out;
  }
out:;
}

// A block that a jump repeats within the iteration.
void repeated(void) {
  for (int i = 0; i < 3;) { // expected-note {{'i' is declared}}
  again:
    defer { f(i); } // expected-warning {{uses 'i'}}
    i++;
    if (more())
      goto again;
    break;
  }
}

void never_returning_block(void) {
  for (int i = 0; i < 3; i++) // expected-note {{'i' is declared}}
    defer { defer_panicf("%d", i); } // expected-warning {{uses 'i'}}
}

// === What is meant ===

void frozen(void) {
  for (int i = 0; i < 3; i++) {
    defer f(i);
    defer (f(i + 1));
    defer f(({ i; }));
  }
}

void copied(void) {
  for (int i = 0; i < 3; i++) {
    int copy = i;
    defer { f(copy); }
  }
}

void not_of_a_head(void) {
  int i;
  for (i = 0; i < 3; i++)
    defer { f(i); }
  while (i--)
    defer { f(i); }
}

void constant_in_the_loop(void) {
  for (int i = 0, count = more(); i < count; i++)
    defer { f(count); }
  for (const int c = more(), *p = list; *p != c; p++)
    defer { f(c); }
}

void last_iteration(void) {
  for (int i = 0; i < 3; i++) {
    if (f(i)) {
      defer { f(i); }
      break;
    }
    if (f(i + 1)) {
      defer { f(i); }
      return;
    }
    if (f(i + 2)) {
      defer { f(i); }
      goto out;
    }
    if (f(i + 3)) {
      defer { f(i); }
      if (more())
        return;
      else
        break;
    }
    if (f(i + 4)) {
      defer { f(i); }
      defer_panicf("no way on");
    }
    switch (f(i + 5)) {
    case 1: {
      defer { f(i); }
      goto out;
    }
    }
  }
out:
  for (int i = 0; i < 3; i++) {
    do {
      defer { f(i); }
      return;
    } while (0);
  }
}

void last_iteration_changes(void) {
  for (int i = 0; i < 3; i++) {
    defer { f(i); }
    i++;
    break;
  }
}

void repeated_without_a_change(void) {
  for (int i = 0; i < 3; i++) {
    while (more())
      defer { f(i); }
    break;
  }
}

// Each time round the outer loop has an `i` of its own.
void last_iteration_of_many(void) {
  while (more())
    for (int i = 0; i < 3; i++) {
      f(i);
      if (more())
        continue;
      defer { f(i); }
      break;
    }
}

// Not repeated, and the variable is the block's own.
void loop_in_a_block(void) {
  defer {
    for (int i = 0; i < 3; i++)
      f(i);
    for (int i = 0; i < 3; i++)
      defer f(i);
  }
}

void not_executed(void) {
  for (int i = 0; i < 3; i++) {
    defer { f(sizeof(i)); }
    defer { f(sizeof(f(i))); }
    defer { f(_Alignof(__typeof__(i))); }
    defer {
      __typeof__(i) own = 1;
      f(own);
    }
    defer { f(_Generic(i, int: 1, default: i)); }
    defer { f(__builtin_choose_expr(1, 1, i)); }
    defer { f(__builtin_constant_p(i)); }
    (void)sizeof(({
      defer { f(i); }
      1;
    }));
  }
}

void set_by_the_block(void) {
  for (int i = 0; i < 3; i++)
    defer {
      i = 7;
      f(i);
    }
}

void hidden(void) {
  for (int i = 0; i < 3; i++)
    defer {
      int i = 1;
      f(i);
    }
}
