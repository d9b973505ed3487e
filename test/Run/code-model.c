/* Rules: D3, P2
 * The large code model. By lld not even C++ finds its unwind tables then.
 * REQUIRES: x86_64
 * UNSUPPORTED: target=aarch64, level=LTO, level=ThinLTO
 * RUN: %run-matrix %S/flags.c -mcmodel=large | %filecheck --match-full-lines %S/flags.c
 * RUN: %run-matrix %S/flags.c -mcmodel=large -fno-pic -no-pie | %filecheck --match-full-lines %S/flags.c
 */
