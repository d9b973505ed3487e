/* Rules: D4
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <complex.h>
#include <stdbool.h>
#include <stdint.h>

static const char literal[] = "literal";
typedef void takes_bool(bool);
enum color { red, green = 7, blue = -3 };

/* Of each type: the old value, and the wanted one, by a call of that type. */
#define TYPE(Name, T, Value, Later)                                            \
  static void got_##Name(T v) { word(v == (T)(Value) ? #Name : "WRONG"); }     \
  static void test_##Name(void) {                                              \
    T v = (Value);                                                             \
    defer got_##Name(v);                                                       \
    void (*f)(T) = got_##Name;                                                 \
    for (int i = 0; i < 2; i++)                                                \
      defer f(v);                                                              \
    v = (Later);                                                               \
    f = NULL;                                                                  \
  }
TYPE(bool, bool, true, false)
TYPE(char, char, 'a', 'b')
TYPE(schar, signed char, -7, 3)
TYPE(uchar, unsigned char, 250, 3)
TYPE(short, short, -30000, 3)
TYPE(ushort, unsigned short, 65000, 3)
TYPE(int, int, -2000000000, 3)
TYPE(unsigned, unsigned, 4000000000u, 3)
TYPE(long, long, -0x123456789abcdefL, 3)
TYPE(ullong, unsigned long long, 0xfedcba9876543210ull, 3)
TYPE(int128, __int128, ((__int128)7 << 100) + 5, 3)
TYPE(float, float, 1.5f, 3)
TYPE(double, double, 1e300, 3)
TYPE(ldouble, long double, 1e4000L, 3)
TYPE(half, _Float16, 1.5f16, 3)
TYPE(enum, enum color, blue, red)
TYPE(cfloat, float _Complex, 1.5f + 2.5f * I, 3)
TYPE(cdouble, double _Complex, 1.5 - 2.5 * I, 3)
TYPE(cldouble, long double _Complex, 1.5L - 1e4000L * I, 3)
TYPE(cint, _Complex int, 5, 3)
TYPE(bit3, unsigned _BitInt(3), 7, 3)
TYPE(bit17, _BitInt(17), -65536, 3)
TYPE(bit64, unsigned _BitInt(64), 0xfedcba9876543210ull, 3)
TYPE(bit100, _BitInt(100), -((_BitInt(100))1 << 90), 3)
TYPE(bit128, _BitInt(128), -((_BitInt(128))5 << 90), 3)
TYPE(pointer, void *, test_bool, NULL)
TYPE(string, const char *, literal, NULL)
TYPE(function, takes_bool *, got_bool, NULL)

#define CHECK_TYPE(Name) test_##Name(), printf("\n")

/* Converted to the callee's parameter type when the statement executes. */
static void wide(long a, double b, unsigned char c, bool d) {
  printf("%ld %.1f %d %d ", a, b, c, d);
}
static void conversions(void) {
  int a = -5;
  float b = 2.5f;
  int c = 0x1ff;
  void *d = &a;
  defer wide(a, b, (unsigned char)c, d);
  double e = 3.9, g = 0.5;
  defer wide('x', 7, e, g);
  e = g = 0;
  a = 1;
  b = 1;
  c = 1;
  d = NULL;
}

/* Promoted, for a variadic callee. */
static void variadic(void) {
  char c = 'x';
  short s = -3;
  float f = 1.25f;
  long long l = 1ll << 40;
  long double ld = 2.5L;
  const char *t = "text";
  bool b = true;
  unsigned char u = 255;
  defer printf("%c %d %.2f %lld %.1Lf %s %d %u %%", c, s, f, l, ld, t, b, u);
  c = 'y';
  s = 0;
  f = 0;
  l = 0;
  ld = 0;
  t = "other";
  b = false;
  u = 0;
}

/* More than go in registers. */
static void many(int a, double b, int c, double d, int e, double f, int g,
                 double h, int i, double j, int k, double l, int m, double n,
                 int o, double p, long double q, __int128 r, double s) {
  printf("%g ", a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p +
                    (double)q + (double)r + s);
}
static void registers(void) {
  int i = 1;
  double d = 2;
  for (int n = 0; n < 2; n++) {
    defer many(i, d, i, d, i, d, i, d, i, d, i, d, i, d, i, d, d, i, d);
    i *= 10;
  }
  defer many(i++, d, 101, d, 102, d, 103, d, 103, d, 103, d, 103, d, 103, d, d, 103, d);
  i = -1000;
  d = -1000;
}

/* Evaluated once, in the statement. */
static int calls;
static int next(void) { return note(90 + calls), calls++; }
static void add(int a, int b) { note(a * b); }
static void once(void) {
  defer add(next() + 2, next() + 3);
  defer note(next());
  int n = 5;
  defer note(n++);
  defer note(n = 8);
  defer note(n += 2);
  defer note(((void)n, n + 1));
  defer note(n > 5 ? next() : -1);
  note(n);
}

/* `volatile` and `const` arguments, register variables, bit-fields. */
static void qualified(void) {
  volatile int v = 1;
  const int c = 2;
  register int r = 3;
  struct {
    unsigned a : 3, b : 5;
    signed s : 4;
  } bits = {5, 17, -3};
  defer note(v);
  defer note(c);
  defer note(r);
  defer note(bits.a);
  defer note(bits.b);
  defer note(bits.s);
  v = 10;
  r = 30;
  bits.a = bits.b = 0;
  bits.s = 0;
}

/* Constants keep their place in the call: builtins look at them. */
static void constants(void) {
  char to[8] = "zzzzzzz";
  defer word(to);
  defer __builtin_memset(to, 'a', 3);
  defer memset(to + 3, 'b', sizeof to - 4);
  defer note(sizeof(int) + 3);
  defer note(__LINE__ - __LINE__);
}

int main(void) {
  // CHECK: bool bool bool
  CHECK_TYPE(bool);
  // CHECK-NEXT: char char char
  CHECK_TYPE(char);
  // CHECK-NEXT: schar schar schar
  CHECK_TYPE(schar);
  // CHECK-NEXT: uchar uchar uchar
  CHECK_TYPE(uchar);
  // CHECK-NEXT: short short short
  CHECK_TYPE(short);
  // CHECK-NEXT: ushort ushort ushort
  CHECK_TYPE(ushort);
  // CHECK-NEXT: int int int
  CHECK_TYPE(int);
  // CHECK-NEXT: unsigned unsigned unsigned
  CHECK_TYPE(unsigned);
  // CHECK-NEXT: long long long
  CHECK_TYPE(long);
  // CHECK-NEXT: ullong ullong ullong
  CHECK_TYPE(ullong);
  // CHECK-NEXT: int128 int128 int128
  CHECK_TYPE(int128);
  // CHECK-NEXT: float float float
  CHECK_TYPE(float);
  // CHECK-NEXT: double double double
  CHECK_TYPE(double);
  // CHECK-NEXT: ldouble ldouble ldouble
  CHECK_TYPE(ldouble);
  // CHECK-NEXT: half half half
  CHECK_TYPE(half);
  // CHECK-NEXT: enum enum enum
  CHECK_TYPE(enum);
  // CHECK-NEXT: cfloat cfloat cfloat
  CHECK_TYPE(cfloat);
  // CHECK-NEXT: cdouble cdouble cdouble
  CHECK_TYPE(cdouble);
  // CHECK-NEXT: cldouble cldouble cldouble
  CHECK_TYPE(cldouble);
  // CHECK-NEXT: cint cint cint
  CHECK_TYPE(cint);
  // CHECK-NEXT: bit3 bit3 bit3
  CHECK_TYPE(bit3);
  // CHECK-NEXT: bit17 bit17 bit17
  CHECK_TYPE(bit17);
  // CHECK-NEXT: bit64 bit64 bit64
  CHECK_TYPE(bit64);
  // CHECK-NEXT: bit100 bit100 bit100
  CHECK_TYPE(bit100);
  // CHECK-NEXT: bit128 bit128 bit128
  CHECK_TYPE(bit128);
  // CHECK-NEXT: pointer pointer pointer
  CHECK_TYPE(pointer);
  // CHECK-NEXT: string string string
  CHECK_TYPE(string);
  // CHECK-NEXT: function function function
  CHECK_TYPE(function);
  // CHECK-NEXT: conversions(): 120 7.0 3 1 -5 2.5 255 1
  TRY(conversions());
  // CHECK-NEXT: variadic(): x -3 1.25 1099511627776 2.5 text 1 255 %
  TRY(variadic());
  // CHECK-NEXT: registers(): 941 110 29
  TRY(registers());
  // CHECK-NEXT: once(): 90 91 92 93 10 3 11 10 8 5 2 8
  TRY(once());
  // CHECK-NEXT: qualified(): -3 17 5 3 2 1
  TRY(qualified());
  // CHECK-NEXT: constants(): 0 7 aaabbbb
  TRY(constants());
}
// CHECK-NOT: {{.}}
