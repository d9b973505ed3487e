/* Rules: D4
 * Structs and unions of many sizes, by value.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#define SIZES(F)                                                               \
  F(1) F(2) F(3) F(4) F(5) F(7) F(8) F(9) F(12) F(15) F(16) F(17) F(24) F(31)  \
  F(32) F(33) F(64) F(100) F(1000) F(5000)

#define SIZE(N)                                                                \
  struct s##N {                                                                \
    unsigned char c[N];                                                        \
  };                                                                           \
  static struct s##N make##N(int n) {                                          \
    struct s##N s;                                                             \
    for (int i = 0; i < N; i++)                                                \
      s.c[i] = (unsigned char)(n + i * 3);                                     \
    return s;                                                                  \
  }                                                                            \
  static void got##N(int before, struct s##N s, double after) {                \
    struct s##N expected = make##N(before);                                    \
    note(memcmp(&s, &expected, N) == 0 && after == before + 0.5);              \
  }                                                                            \
  static void test##N(void) {                                                  \
    struct s##N s = make##N(1), *p = &s;                                       \
    defer got##N(1, s, 1.5);                                                   \
    s = make##N(2);                                                            \
    defer got##N(2, *p, 2.5);                                                  \
    defer got##N(3, make##N(3), 3.5);                                          \
    for (int i = 4; i < 6; i++) {                                              \
      s = make##N(i);                                                          \
      defer got##N(i, s, i + 0.5);                                             \
    }                                                                          \
    memset(&s, 0, N);                                                          \
  }
SIZES(SIZE)

struct empty {};
struct floats {
  float a, b, c;
};
struct two_doubles {
  double a, b;
};
struct mixed {
  double d;
  char c;
  long double ld;
};
struct int_double {
  int i;
  double d;
};
struct packed {
  char c;
  long l;
  short s;
} __attribute__((packed));
struct aligned {
  char c;
  _Alignas(64) char d;
};
struct bits {
  unsigned a : 3, b : 11, : 0, c : 7;
  unsigned long d : 50;
};
struct nested {
  struct floats f;
  union {
    int i;
    char c[4];
  };
  struct two_doubles t[2];
  const char *text;
};
union either {
  long l;
  double d;
  char c[8];
};
union large {
  char c[40];
  long l;
};
struct with_const {
  const int a;
  int b;
};
union transparent {
  int *i;
  float *f;
} __attribute__((transparent_union));
struct over {
  char c[32];
} __attribute__((aligned(128)));

static void got_empty(struct empty e, int n) { (void)e, note(n); }
static void got_floats(struct floats s) { printf("%g ", s.a + s.b + s.c); }
static void got_doubles(struct two_doubles s) { printf("%g ", s.a + s.b); }
static void got_mixed(struct mixed s) { printf("%g ", s.d + s.c + (double)s.ld); }
static void got_int_double(struct int_double s) { printf("%g ", s.i + s.d); }
static void got_packed(struct packed s) { note(s.c + (int)s.l + s.s); }
static void got_aligned(struct aligned s) {
  note(s.c + s.d + (int)((unsigned long)&s % 64));
}
static void got_bits(struct bits s) { note(s.a + s.b + s.c + (int)(s.d >> 40)); }
static void got_nested(struct nested s) {
  printf("%g %s ", s.f.c + s.i + s.t[1].b, s.text);
}
static void got_either(union either u) { printf("%g ", u.d); }
static void got_large(union large u) { word(u.c); }
static void got_const(struct with_const s) { note(s.a + s.b); }
static void got_transparent(union transparent u) { note(*u.i); }
static void got_over(int n, struct over s) {
  note(n + s.c[31] + (int)((unsigned long)&s % 128));
}
static void many(struct floats a, struct two_doubles b, struct int_double c,
                 struct mixed d, struct packed e, struct two_doubles f,
                 struct two_doubles g, struct two_doubles h, union either i,
                 struct int_double j) {
  printf("%g ", a.c + b.b + c.d + (double)d.ld + (double)e.l + f.b + g.b + h.b +
                    i.d + j.d);
}

static void kinds(int n) {
  struct empty e;
  struct floats f = {1, 2, 3};
  struct two_doubles t = {1, 0.5};
  struct mixed m = {1, 2, 3};
  struct int_double id = {2, 0.25};
  struct packed p = {1, 20, 300};
  struct aligned a = {1, 2};
  struct bits b = {7, 1000, 100, 3ul << 40};
  struct nested s = {f, {5}, {t, t}, "text"};
  union either u = {.d = 2.5};
  union large l = {"large"};
  struct with_const c = {1, 2};
  int i = 77;
  struct over o = {{0}};
  o.c[31] = 31;
  if (n > 0)
    defer note(0);
  for (int k = 0; k < n; k++) {
    defer got_empty(e, k);
    defer got_floats(f);
    defer got_doubles(t);
    defer got_mixed(m);
    defer got_int_double(id);
    defer got_packed(p);
    defer got_aligned(a);
    defer got_bits(b);
    defer got_nested(s);
    defer got_either(u);
    defer got_large(l);
    defer got_const(c);
    defer got_transparent(&i);
    defer got_over(k, o);
    defer many(f, t, id, m, p, t, t, t, u, id);
    f.c++;
    t.b++;
    u.d++;
  }
  defer many(f, t, id, m, p, t, t, t, u, id);
  defer got_over(100, o);
  defer got_const((struct with_const){.a = 4, .b = 5});
  defer got_aligned(a);
  defer got_mixed(m);
  defer got_packed(*&p);
  defer got_floats(s.f);
  defer got_doubles(s.t[1]);
  defer got_either((union either){.d = 7});
  memset(&f, 0, sizeof f);
  memset(&t, 0, sizeof t);
  memset(&m, 0, sizeof m);
  memset(&p, 0, sizeof p);
  memset(&a, 0, sizeof a);
  memset(&b, 0, sizeof b);
  memset(&s, 0, sizeof s);
  memset(&l, 0, sizeof l);
  memset(&o, 0, sizeof o);
  u.d = 0;
}

int main(void) {
#define RUN_SIZE(N) printf("%d: ", N), test##N(), printf("\n");
  SIZES(RUN_SIZE)
  // CHECK: 1: 1 1 1 1 1
  // CHECK-NEXT: 2: 1 1 1 1 1
  // CHECK-NEXT: 3: 1 1 1 1 1
  // CHECK-NEXT: 4: 1 1 1 1 1
  // CHECK-NEXT: 5: 1 1 1 1 1
  // CHECK-NEXT: 7: 1 1 1 1 1
  // CHECK-NEXT: 8: 1 1 1 1 1
  // CHECK-NEXT: 9: 1 1 1 1 1
  // CHECK-NEXT: 12: 1 1 1 1 1
  // CHECK-NEXT: 15: 1 1 1 1 1
  // CHECK-NEXT: 16: 1 1 1 1 1
  // CHECK-NEXT: 17: 1 1 1 1 1
  // CHECK-NEXT: 24: 1 1 1 1 1
  // CHECK-NEXT: 31: 1 1 1 1 1
  // CHECK-NEXT: 32: 1 1 1 1 1
  // CHECK-NEXT: 33: 1 1 1 1 1
  // CHECK-NEXT: 64: 1 1 1 1 1
  // CHECK-NEXT: 100: 1 1 1 1 1
  // CHECK-NEXT: 1000: 1 1 1 1 1
  // CHECK-NEXT: 5000: 1 1 1 1 1
  TRY(kinds(0));
  // CHECK-NEXT: kinds(0): 7 1.5 6 321 6 3 9 131 31
  TRY(kinds(2));
  // CHECK-NEXT: kinds(2): 7 1.5 6 321 6 3 9 131 43 37 32 77 3 large 3.5 8.5 text 1110 3 321 2.25 6 2.5 7 1 31 31 77 3 large 2.5 8.5 text 1110 3 321 2.25 6 1.5 6 0 0
}
// CHECK-NOT: {{.}}
