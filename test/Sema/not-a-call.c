// E1: what is deferred is a call or a block, and nothing around it.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -Xclang -verify %s

typedef int number;
struct pair {
  int first, second;
};
int f(int);
void g(void);
extern int x, *p, a[];

void operands(void) {
  __builtin_defer x;         // expected-error {{defer statement must be a function call}}
  __builtin_defer(x);        // expected-error {{defer statement must be a function call}}
  __builtin_defer 5;         // expected-error {{defer statement must be a function call}}
  __builtin_defer "text";    // expected-error {{defer statement must be a function call}}
  __builtin_defer f;         // expected-error {{defer statement must be a function call}}
  __builtin_defer &f;        // expected-error {{defer statement must be a function call}}
  __builtin_defer *p;        // expected-error {{defer statement must be a function call}}
  __builtin_defer a[1];      // expected-error {{defer statement must be a function call}}
  __builtin_defer x++;       // expected-error {{defer statement must be a function call}}
  __builtin_defer !f(1);     // expected-error {{defer statement must be a function call}}
  __builtin_defer f(1) + 1;  // expected-error {{defer statement must be a function call}}
  __builtin_defer(f(1)) + 1; // expected-error {{defer statement must be a function call}}
  __builtin_defer 1 + f(1);  // expected-error {{defer statement must be a function call}}
  __builtin_defer x = f(1);  // expected-error {{defer statement must be a function call}}
  __builtin_defer x += f(1); // expected-error {{defer statement must be a function call}}
  __builtin_defer f(1), g(); // expected-error {{defer statement must be a function call}}
  __builtin_defer(f(1), g()); // expected-error {{defer statement must be a function call}}
  __builtin_defer x ? f(1) : f(2); // expected-error {{defer statement must be a function call}}
  __builtin_defer x && f(1);       // expected-error {{defer statement must be a function call}}
  __builtin_defer (int)f(1);       // expected-error {{defer statement must be a function call}}
  __builtin_defer (number)f(1);    // expected-error {{defer statement must be a function call}}
  __builtin_defer sizeof(f(1));    // expected-error {{defer statement must be a function call}}
  __builtin_defer (struct pair){1, 2};  // expected-error {{defer statement must be a function call}}
  __builtin_defer _Generic(x, int: 1);  // expected-error {{defer statement must be a function call}}
  __builtin_defer ({ f(1); }) + 1;      // expected-error {{defer statement must be a function call}}
  __builtin_defer ({ f(1); }), f(1);    // expected-error {{defer statement must be a function call}}
  __builtin_defer;                      // expected-error {{defer statement must be a function call}}
}

void defer_of_a_defer(void) {
  __builtin_defer __builtin_defer g();   // expected-error {{defer statement must be a function call}}
  __builtin_defer(__builtin_defer(g())); // expected-error {{defer statement must be a function call}}
  __builtin_defer __builtin_defer { g(); } // expected-error {{defer statement must be a function call}} expected-error 0-1 {{expected expression}}
}

void inside(int n) {
  if (n)
    __builtin_defer x; // expected-error {{defer statement must be a function call}}
  else
    __builtin_defer x; // expected-error {{defer statement must be a function call}}
  __builtin_defer {
    __builtin_defer x; // expected-error {{defer statement must be a function call}}
  }
  switch (n) {
  case 1:
    __builtin_defer x; // expected-error {{defer statement must be a function call}}
  }
}
