// Section 2: the macros of a plain compilation, and the attribute, under -E as well.
//
// RUN: %clang-defer -fsyntax-only -DCOMPILE -Werror %s
// RUN: %clang-defer -fsyntax-only -DCOMPILE -fno-exceptions -Werror %s
// RUN: %clang-defer -fsyntax-only -DCOMPILE -fexceptions -Werror %s
// RUN: %clang-defer -E -P %s | FileCheck %s
// CHECK: attribute = 1 1{{$}}
// RUN: %clang -E -P %s | FileCheck --check-prefix=PLAIN %s
// PLAIN: attribute = 0 0{{$}}

#ifdef COMPILE
#if __DEFER__ != 1 || __EXCEPTIONS != 1 || !__has_attribute(__defer_result__)
#error "a macro is missing"
#endif
#else
attribute = __has_attribute(__defer_result__) __has_attribute(defer_result)
#endif
