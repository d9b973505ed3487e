// E3: where no computed jump crosses a deferred block, a label's address must not
// either: it is the address of a place in another function.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

void *p;
void f(void *);

void out(void) {
  __builtin_defer { p = &&label; } // expected-error {{cannot take the address of a label outside of the deferred block}}
label:
  f(p);
}

void in(void) {
  p = &&label; // expected-error {{cannot take the address of a label in a deferred block}}
  __builtin_defer {
  label:
    f(p);
  }
}

void in_a_table(void) {
again:
  __builtin_defer {
    static void *const table[] = {
        &&own,
        &&again, // expected-error {{cannot take the address of a label outside of the deferred block}}
    };
  own:
    f(table[0]);
  }
}

// The address of a label is evaluated where the call is deferred.
void in_an_argument(int n) {
label:
  __builtin_defer f(&&label);
  if (n--)
    goto *&&label;
}
