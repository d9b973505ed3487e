// E5: of a type that depends on the size of a variable-length array a deferred block
// knows nothing: told, not miscompiled.
//
// RUN: not %clang-defer -c -o %t.o %s 2>&1 | %filecheck %s

void h(int *);

void size_of(int n) {
  int a[n];
  __builtin_defer {
    // CHECK: :[[#@LINE+1]]:{{.*}}: error: a deferred block cannot use 'a', whose type depends on the size of a variable-length array; use a pointer to its elements
    h((int[]){sizeof a});
  }
}

void through_a_typedef(int n) {
  typedef int T[n];
  __builtin_defer {
    // CHECK: :[[#@LINE+1]]:{{.*}}: error: a deferred block cannot use
    T a;
    h(a);
  }
}

void through_typeof(int n) {
  int a[n];
  __builtin_defer {
    // CHECK: :[[#@LINE+1]]:{{.*}}: error: a deferred block cannot use
    __typeof__(a) b;
    h(b);
  }
}
