/* Rules: D4
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <stdatomic.h>

typedef int v2si __attribute__((vector_size(8)));
typedef int v4si __attribute__((vector_size(16)));
typedef float v4sf __attribute__((vector_size(16)));
typedef double v2df __attribute__((vector_size(16)));
typedef signed char v16qi __attribute__((vector_size(16)));
typedef float ext3 __attribute__((ext_vector_type(3)));
typedef _Bool ext8b __attribute__((ext_vector_type(8)));
typedef long v8di __attribute__((vector_size(64)));
struct with_vector {
  v4si v;
  int n;
};

static void got2(v2si v) { note(v[0] * 10 + v[1]); }
static void got4(v4si v) { note(v[0] * 1000 + v[1] * 100 + v[2] * 10 + v[3]); }
static void got4f(v4sf v) { printf("%g ", v[0] + v[1] + v[2] + v[3]); }
static void got2d(v2df v) { printf("%g ", v[0] + v[1]); }
static void got16(v16qi v) { note(v[0] + v[15]); }
static void got3(ext3 v) { printf("%g ", v.x + v.y + v.z); }
static void got8b(ext8b v) { note(v[0] + v[3] * 2 + v[7] * 4); }
static void got8(const v8di *v) { note((int)((*v)[0] + (*v)[7])); }
static void got_struct(struct with_vector s) { note(s.v[3] * 10 + s.n); }

static void vectors(void) {
  v2si a = {1, 2};
  v4si b = {1, 2, 3, 4};
  v4sf c = {1, 2, 3, 0.5f};
  v2df d = {1, 0.25};
  v16qi e = {1};
  e[15] = 15;
  ext3 f = {1, 2, 4};
  ext8b g = {1, 0, 0, 1, 0, 0, 0, 1};
  struct with_vector h = {{1, 2, 3, 4}, 5};
  defer got2(a);
  defer got4(b);
  defer got4f(c);
  defer got2d(d);
  defer got16(e);
  defer got3(f);
  defer got8b(g);
  defer got_struct(h);
  for (int i = 0; i < 2; i++) {
    defer got2(a);
    defer got4(b + i);
    defer got4f(c * 2);
    defer got16(-e);
    defer got3(f.zyx);
    defer got8b(g);
    defer note(b[i]);
    defer got_struct(h);
    a += 1;
    h.n++;
    v8di local = {i, 0, 0, 0, 0, 0, 0, 70};
    defer got8(&local);
    local += 1;
    v4si mine = b;
    defer { got4(mine); }
    mine[i] = 9;
  }
  a = (v2si){0};
  b = (v4si){0};
  c = (v4sf){0};
  d = (v2df){0};
  e = (v16qi){0};
  f = 0;
  g = 0;
  memset(&h, 0, sizeof h);
}
// CHECK: vectors(): 1934 73 46 2 7 7 -16 13 2345 23 9234 72 45 1 7 7 -16 13 1234 12 45 7 7 16 1.25 6.5 1234 12

/* _Atomic variables, and an atomic of a struct. */
struct two {
  int a, b;
};
static void got_two(struct two t) { note(t.a * 10 + t.b); }
static void got_pointer(_Atomic int *p) { note(*p); }
static void got_atomic(_Atomic int v) { note(v); }
static void atomics(void) {
  _Atomic int v = 1;
  _Atomic struct two t = (struct two){1, 2};
  atomic_bool b = 1;
  defer note(v);
  defer got_two(t);
  defer got_pointer(&v);
  defer got_atomic(v);
  defer note(b);
  defer { note(v); }
  for (int i = 0; i < 2; i++) {
    _Atomic int mine = i;
    defer note(v++);
    defer got_two(t);
    defer got_pointer(&mine);
    defer { note(mine); }
    defer atomic_fetch_add(&mine, 5);
    mine += 10;
  }
  v = 9;
  t = (struct two){7, 8};
  b = 0;
}
// CHECK-NEXT: atomics(): 16 16 12 2 15 15 12 1 9 1 1 9 12 1

int main(void) {
  TRY(vectors());
  TRY(atomics());
}
// CHECK-NOT: {{.}}
