// D11: a function without defer is what plain Clang makes of it.
//
// RUN: %clang -S -emit-llvm -O2 -fexceptions -o %t.plain.ll %s
// RUN: %clang-defer -S -emit-llvm -O2 -o %t.defer.ll %s
// RUN: diff %t.plain.ll %t.defer.ll
// RUN: %clang -S -O2 -fexceptions -o %t.plain.s %s
// RUN: %clang-defer -S -O2 -o %t.defer.s %s
// RUN: diff %t.plain.s %t.defer.s

int f(int), *allocate(int);
struct s {
  int a[9];
};

int loop(int n) {
  int *p = allocate(n), sum = 0;
  for (int i = 0; i < n; i++)
    sum += f(p[i]);
  return sum;
}
struct s by_value(struct s s) {
  s.a[f(1)]++;
  return s;
}
static int local(int n) { return __extension__(n ? f(n) : 0); }
int caller(int n) { return local(n) + local(n + 1); }
