/* Rules: D1, D4, D5, D6
 * RUN: %run-matrix %s -std=c23 | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

constexpr int five = 5;
static void labels(int n) {
again:
  int v = n;
  defer { note(v); }
  v += 100;
  switch (n) {
  case 0:
    int w = 10;
    defer { note(w); }
    w++;
    [[fallthrough]];
  case 1:
    int u = 20;
    defer note(u);
  }
  if (n-- > 0)
    goto again;
end:
}
// CHECK: labels(0): 20 11 100
// CHECK-NEXT: labels(2): 20 11 100 20 100 100

static void types(void) {
  auto a = 5;
  auto p = &a;
  typeof_unqual(a) b = five;
  bool flag = true;
  typeof(nullptr) null = nullptr;
  unsigned _BitInt(7) bits = 100uwb;
  constexpr int local = 7;
  enum e : unsigned char { big = 255 } e = big;
  char empty[3] = {};
  defer {
    note(a + *p + b + local);
    note(flag + (null == nullptr));
    note(bits + e + empty[2]);
  }
  defer note(*p);
  a++;
  bits++;
}
// CHECK-NEXT: types(): 5 24 2 356

static int no_name([[maybe_unused]] int, int b) {
  defer_result int r = 0;
  defer note(b);
  for (int i = 0; i < 2; i++)
    [[clang::nomerge]] { defer note(i); }
  return r + b;
}

[[nodiscard]] static int must(int n) { return note(n), n; }
static void discards(void) {
  defer must(1);
  defer { (void)must(2); }
}

int main() {
  TRY(labels(0));
  TRY(labels(2));
  TRY(types());
  TRY_INT(no_name(1, 3));
  // CHECK-NEXT: no_name(1, 3): 1 0 3 = 3
  TRY(discards());
  // CHECK-NEXT: discards(): 2 1
}
// CHECK-NOT: {{.}}
