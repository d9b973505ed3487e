// E2: a bracket that was forgotten is an error where it is, and makes nothing of
// the defer statements behind it.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -Xclang -verify %s

int f(int);
void h(int *);

void parenthesis(int n) {
  __builtin_defer f(1; // expected-error {{expected ')'}} expected-note {{to match this '('}}
  __builtin_defer f(2);
  __builtin_defer { f(n; } // expected-error {{expected ')'}} expected-note {{to match this '('}}
  __builtin_defer { f(3); }
  n = (n + f(1); // expected-error {{expected ')'}} expected-note {{to match this '('}}
  __builtin_defer f(4);
}
void after_parenthesis(void) { __builtin_defer f(5); }

void square(int *p) {
  __builtin_defer f(p[1); // expected-error {{expected ']'}} expected-note {{to match this '['}}
  __builtin_defer f(6);
  p[0] = p[1; // expected-error {{expected ']'}} expected-note {{to match this '['}}
  __builtin_defer f(7);
}

void before_a_brace(int n) { f(n } // expected-error {{expected ')'}} expected-note {{to match this '('}} expected-error 0-1 {{expected ';'}}
void after_a_brace(void) { __builtin_defer f(8); }

int global = (1; // expected-error {{expected ')'}} expected-note {{to match this '('}}
void after_global(void) { __builtin_defer f(9); }

void too_many(int n) {
  f(n)); // expected-error {{extraneous ')'}}
  __builtin_defer f(10);
  __builtin_defer { f(n)); } // expected-error {{extraneous ')'}}
  __builtin_defer f(11);
}

// Not forgotten.
void heads(int n) {
  for (int i = ({ f(1); 2; }); i < n; i++)
    __builtin_defer f(({
      for (int j = 0; j < i; j++)
        __builtin_defer f(j);
      i;
    }));
}
