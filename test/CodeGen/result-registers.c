// D7: results in registers are loaded after the deferred calls have run.
//
// REQUIRES: x86_64
// RUN: %emit -O0 %s | FileCheck %s

#include <defer.h>

struct pair {
  float x, y;
};
typedef int vector __attribute__((vector_size(16)));

// CHECK-LABEL: define dso_local <2 x float> @pair(
// CHECK:         call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK:         [[R:%.+]] = load <2 x float>
// CHECK-NEXT:    ret <2 x float> [[R]]
struct pair pair(void) {
  defer_result struct pair p;
  defer { p.x = 1; }
  return (struct pair){2, 3};
}

// CHECK-LABEL: define dso_local { double, double } @complex(
// CHECK:         call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK:         load double
// CHECK:         ret { double, double }
_Complex double complex(void) {
  defer_result _Complex double c = 0;
  defer { __real__ c = 1; }
  return 2;
}

// CHECK-LABEL: define dso_local <4 x i32> @vector(
// CHECK:         call void @defer.run.needs_fpass_plugin_LowerDefer_so()
// CHECK:         [[R:%.+]] = load <4 x i32>
// CHECK-NEXT:    ret <4 x i32> [[R]]
vector vector_(void) __asm__("vector");
vector vector_(void) {
  defer_result vector v = {1};
  defer { v[0] = 2; }
  return (vector){3};
}
