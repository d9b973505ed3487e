// Section 2: the macros of a compilation are there under -E as well.
//
// RUN: %defer-cc -E -dM %s | FileCheck %s
// RUN: %defer-cc -E -dM -fno-exceptions %s | FileCheck %s
// CHECK-DAG: #define __DEFER__ 1
// CHECK-DAG: #define __EXCEPTIONS 1

// RUN: %defer-cc -E %s | FileCheck --check-prefix=ATTRIBUTE %s
// RUN: %defer-cc -fsyntax-only -DCOMPILE %s
#if __DEFER__ == 1 && __EXCEPTIONS == 1 && __has_attribute(__defer_result__)
// ATTRIBUTE: the_plugin_is_on
#ifndef COMPILE
the_plugin_is_on
#endif
#else
#error "a macro is missing"
#endif
