// D11: what a cleanup gains, that a panic runs it, is a difference, and the tool that
// compares tells it and fails; so it is with another diagnostic.
//
// RUN: not %python %srcdir/tools/untouched.py --clang=%clang --defer-cc=%defer-cc \
// RUN:   --work=%t %s | FileCheck %s
// RUN: cat %t/differences/files/*-O2.diff | FileCheck --check-prefix=DIFF %s
// RUN: not %python %srcdir/tools/untouched.py --clang=%clang --defer-cc=%defer-cc \
// RUN:   --work=%t %s -- -DTELL | FileCheck --check-prefix=TELL %s
//
// CHECK-DAG: files: {{.*}}difference.c -O0: instructions differ
// CHECK-DAG: files: {{.*}}difference.c -O2: instructions differ
// CHECK: untouched: files: 2 compilations of 1 files: 2 differences
// DIFF: {{^}}+{{.*}}_Unwind_Resume
// TELL-DAG: files: {{.*}}difference.c -O0: diagnostics differ
// TELL-DAG: files: {{.*}}difference.c -O2: diagnostics differ

void closes(int *), works(int *);
void function(void) {
  __attribute__((cleanup(closes))) int n = 0;
  works(&n);
}
#if defined(TELL) && defined(__DEFER__)
#warning with the plugin
#endif
