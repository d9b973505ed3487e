/* Rules: P3
 * As ifunc.c, with the linkage tables of control-flow enforcement.
 * REQUIRES: x86_64
 * RUN: %run-matrix %s -fcf-protection=full -fuse-ld=lld -Wl,-z,force-ibt \
 * RUN:   | %filecheck --match-full-lines %S/ifunc.c
 */
#include "ifunc.c"
