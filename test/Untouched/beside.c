// D11: a function that defers nothing is the same whether or not others in its file
// defer. (What pads the space between functions is not theirs.)
//
// RUN: %clang -O2 -c %s -o %t.plain.o
// RUN: %clang-defer -O2 -DDEFERS -c %s -o %t.defer.o
// RUN: %objdump -dr --no-show-raw-insn --no-leading-addr --symbolize-operands \
// RUN:   --disassemble-symbols=sums,by_value,jumps %t.plain.o | tail -n +3 | grep -v "\bnop" > %t.plain
// RUN: %objdump -dr --no-show-raw-insn --no-leading-addr --symbolize-operands \
// RUN:   --disassemble-symbols=sums,by_value,jumps %t.defer.o | tail -n +3 | grep -v "\bnop" > %t.defer
// RUN: diff %t.plain %t.defer
// RUN: FileCheck --input-file=%t.defer %s
//
// CHECK: <sums>:
// CHECK: <by_value>:
// CHECK: <jumps>:

#ifdef DEFERS
#include <defer.h>
#endif

int work(int), *allocate(int);
struct big {
  long a[9];
};

int sums(int n) {
  int *p = allocate(n), sum = 0;
  for (int i = 0; i < n; i++)
    sum += work(p[i]);
  return sum;
}
struct big by_value(struct big s) {
  s.a[work(1)]++;
  return s;
}
int jumps(int n) {
  static void *const targets[] = {&&one, &&two, &&end};
again:
  goto *targets[work(n)];
one:
  n++;
  goto again;
two:
  n = work(n);
  goto again;
end:
  return n;
}

#ifdef DEFERS
int defers(int n) {
  defer work(n);
  for (int i = 0; i < n; i++)
    defer work(i);
  return sums(n);
}
#endif
