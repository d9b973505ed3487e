// E5: a variable-length array of an inner scope is gone when a deferred block
// runs.
//
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s
// RUN: %clang-defer -c -O1 -DVALID -o %t.o %s

void h(int *);

#ifndef VALID
void inner(int n) {
  {
    int a[n];
    __builtin_defer {
      a[0] = 1; // expected-error {{a deferred block cannot use variable-length array 'a' of an inner scope: it is gone when the block runs}}
    }
  }
  for (;;) {
    int b[n][3];
    __builtin_defer {
      h(b[1]); // expected-error {{a deferred block cannot use variable-length array 'b' of an inner scope: it is gone when the block runs}}
    }
  }
}

void pointer(int n) {
  for (;;) {
    int(*p)[n] = 0;
    __builtin_defer {
      (*p)[0] = 1; // expected-error {{a deferred block cannot use 'p' of an inner scope, whose type depends on the size of a variable-length array; use a pointer to its elements}}
    }
  }
}

void of_a_block(int n) {
  __builtin_defer {
    {
      int a[n];
      __builtin_defer {
        h(a); // expected-error {{a deferred block cannot use variable-length array 'a' of an inner scope: it is gone when the block runs}}
      }
    }
  }
}

void two_blocks_deep(int n) {
  {
    int a[n];
    __builtin_defer {
      __builtin_defer h(a); // expected-error {{a deferred block cannot use variable-length array 'a' of an inner scope: it is gone when the block runs}}
    }
  }
}
#endif

void outer(int n) {
  int a[n];
  __builtin_defer {
    a[0] = 1;
    h(a);
    h(&a[1]);
  }
}

void parameter(int n, int a[n]) {
  __builtin_defer {
    a[0] = 1;
    h(a);
  }
}

void of_its_own(int n) {
  __builtin_defer {
    int a[n];
    typedef int T[n];
    T b;
    __typeof__(int[n]) c;
    __builtin_defer h(a);
    h(b);
    h(c);
    a[0] = sizeof a + sizeof(int[n]);
  }
}
